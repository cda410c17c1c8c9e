-app-name = Bookshelf

-library =
    { $case ->
       *[text] biblioteca
        [title] Biblioteca
    }

welcome = ¡Te damos la bienvenida a { -app-name }, { $name }!

books-borrowed =
    { $count ->
        [one] Tienes { $count } libro prestado.
       *[other] Tienes { $count } libros prestados.
    }

place-in-line = Ocupas el puesto { $place } de la fila.

due-date = Devuelve el libro antes del { DATETIME($date, month: "long", day: "numeric") }.

member-price = Los socios pagan un { NUMBER($part, style: "percent", maximumFractionDigits: 0) } menos.

file-size = Este archivo ocupa { NUMBER($size, maximumFractionDigits: 1) } MB.

search =
    .placeholder = Busca un título o un autor
    .title = Buscar libros

open-button = Abrir
    .title = Abrir el libro

library-rules = Normas de la { -library(case: "title") }

help-name = Página de ayuda

ask-us = Abre «{ help-name }» y escríbenos.

help-link = Lee <a data-l10n-name="help">nuestra página de ayuda</a> antes de <strong>escribirnos</strong>.

rules-link = Lee [las normas](https://example.org/rules) y **guárdalas**.

contact = Escribe a help@example.org o llama al +1 202-555-0143.

website = Encontrarás todos los libros en https://www.example.org/books.

parcel-size = Un paquete puede pesar hasta 5 kg y medir 60 cm de largo.

wait = Espera al menos 15 minutos antes de volver a intentarlo.

age-limit = Toda persona menor de 18 años necesita la firma de su padre o de su madre.

card-price = Una tarjeta nueva cuesta 12,50 euros.

law = Tus datos están protegidos por 18 U.S.C. § 2710.

closed = La { -library } está cerrada del 24 de diciembre de 2026 al 1 de enero de 2027.

loan-period = Puedes quedarte con un libro tres semanas.

shelves = Los libros infantiles están en el tercer estante.

quiet = Inícialo con --quiet para no ver mensajes.

press-send = Pulsa «Enviar» y espera una respuesta.

delete-question = ¿De verdad quieres borrar esta lista?

steps =
    Para pedir prestado un libro:
    1. Búscalo en la lista.
    2. Pulsa el botón verde.
    3. Espera nuestro mensaje.

privacy = No compartimos tu lista de lecturas con nadie.

show-card = Debes enseñar tu tarjeta cuando recojas un libro.

about = La biblioteca presta libros a todas las personas que viven en la ciudad. Puedes llevártelos a casa y leerlos con calma. Si nadie más espera un libro, puedes quedártelo más tiempo. Nuestro personal te ayuda con gusto a encontrar lo que buscas.

lost-card = Avísanos enseguida si has perdido tu tarjeta. Así nadie podrá pedir libros en tu nombre. La nueva tarjeta está lista al día siguiente y puedes recogerla en el mostrador.

save-list = Guardar esta lista para más tarde

save-list-again = Guardar esta lista para más tarde

action-done =
    { $action ->
        [delete] Se ha borrado la lista.
       *[save] Se ha guardado la lista.
    }
