-app-name = Bookshelf

-library =
    { $case ->
       *[text] biblioteca
        [title] Biblioteca
    }

welcome = Boas-vindas ao { -app-name }, { $name }!

books-borrowed =
    { $count ->
        [one] Você pegou { $count } livro emprestado.
       *[other] Você pegou { $count } livros emprestados.
    }

place-in-line = Você está no lugar { $place } da fila.

due-date = Devolva o livro até { DATETIME($date, month: "long", day: "numeric") }.

member-price = Os sócios pagam { NUMBER($part, style: "percent", maximumFractionDigits: 0) } a menos.

file-size = Este arquivo tem { NUMBER($size, maximumFractionDigits: 1) } MB.

search =
    .placeholder = Procure um título ou um autor
    .title = Procurar livros

open-button = Abrir
    .title = Abrir o livro

library-rules = Regras da { -library(case: "title") }

help-name = Página de ajuda

ask-us = Abra “{ help-name }” e escreva para nós.

help-link = Leia <a data-l10n-name="help">nossa página de ajuda</a> antes de <strong>escrever para nós</strong>.

rules-link = Leia [as regras](https://example.org/rules) e **guarde-as**.

contact = Escreva para help@example.org ou ligue para +1 202-555-0143.

website = Você encontra todos os livros em https://www.example.org/books.

parcel-size = Um pacote pode pesar até 5 kg e ter 60 cm de comprimento.

wait = Espere pelo menos 15 minutos antes de tentar de novo.

age-limit = Quem tem menos de 18 anos precisa da assinatura do pai ou da mãe.

card-price = Um cartão novo custa 12,50 euros.

law = Seus dados são protegidos por 18 U.S.C. § 2710.

closed = A { -library } fica fechada de 24 de dezembro de 2026 a 1 de janeiro de 2027.

loan-period = Você pode ficar com um livro por três semanas.

shelves = Os livros infantis estão na terceira prateleira.

quiet = Inicie-o com --quiet para não ver mensagens.

press-send = Aperte “Enviar” e espere uma resposta.

delete-question = Quer mesmo apagar esta lista?

steps =
    Para pegar um livro emprestado:
    1. Encontre o livro na lista.
    2. Aperte o botão verde.
    3. Espere a nossa mensagem.

privacy = Não mostramos sua lista de leitura a ninguém.

show-card = Você deve mostrar seu cartão quando buscar um livro.

about = A biblioteca empresta livros a todas as pessoas que moram na cidade. Você pode levá-los para casa e lê-los com calma. Se ninguém mais estiver esperando um livro, você pode ficar com ele por mais tempo. Nossa equipe ajuda você com prazer a encontrar o que procura.

lost-card = Avise-nos imediatamente se você perdeu seu cartão. Assim ninguém poderá pegar livros em seu nome. O novo cartão fica pronto no dia seguinte, e você pode buscá-lo no balcão.

save-list = Guardar esta lista para mais tarde

save-list-again = Guardar esta lista para mais tarde

action-done =
    { $action ->
        [delete] A lista foi apagada.
       *[save] A lista foi guardada.
    }
