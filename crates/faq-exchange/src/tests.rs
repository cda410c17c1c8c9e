//! Claims about what goes out and comes back, format by format.

mod hostile;

use crate::{Exchange, Format, FtlSource, Import, Languages, Problem, State, export, import};

pub(super) const ARABIC: Languages<'static> =
    Languages { reference: "en", locale: "ar", right_to_left: true };

const REFERENCE: &str = r#"### Notes

# The age is 18. Say "under", <not> 'up to' & mind \ the age.
victims = Victims are under { $age }; see { -csec } and { NUMBER($n, minimumFractionDigits: 1) }.
# = A note that starts as a formula

## Group one

many = { $n ->
    [0] No child
    [one] One child
   *[other] { $n } children
}
amid = You have { $n ->
    [one] one child
   *[other] { $n } children of { $sex ->
        [male] his
       *[other] their
    }
} and { $m ->
    [one] one parent
   *[other] { $m } parents
}.
menu = Menu
    .label = =SUM(A1:A9)
    .title = { $n -> 
        [one] x
       *[other] y
    }
lines =
    One <b>&amp;</b>

      two "three" { "{" }
odd = { "\u0001" } ]]> { "  " }{ FOO({ $n ->
   *[a] say "
 }) }
new = A new one
    .hint = Its hint
-csec = CSEC
    .full = exploitation
"#;

const ARABIC_FILE: &str = "# عربي\nvictims = الضحايا دون { $age }؛ { -csec } { NUMBER($n, minimumFractionDigits: 1) }.\n\nmany = { $n ->\n    [zero] صفر\n    [one] واحد\n   *[other] { $n } أطفال\n}\n# own\nmenu = قائمة\n    .label = -ملصق\n    .title = عنوان\n-csec = استغلال الأطفال\n";

fn sources(text: &str) -> [FtlSource<'_>; 1] {
    [FtlSource { name: "faq.ftl", text }]
}

fn state(id: &str) -> State {
    match id {
        "victims" => State::Stale(Some("Victims are under { $age }.".to_owned())),
        "menu" | "-csec" => State::Reviewed,
        _ => State::Draft,
    }
}

pub(super) fn exported() -> Exchange {
    export(ARABIC, &sources(REFERENCE), &sources(ARABIC_FILE), &state)
}

pub(super) fn imported(exchange: &Exchange) -> Result<Import, Problem> {
    import(exchange, ARABIC, &sources(REFERENCE), &sources(ARABIC_FILE))
}

/// What comes back of a file, with no places.
fn again(format: Format, exchange: &Exchange) -> Exchange {
    let text = format.write(exchange);
    assert_eq!(Format::of(&format!("x.{}", format.extension()), &text), Ok(format));
    let mut read = format.read(&text).expect("our own file can be read");
    read.units.iter_mut().for_each(|unit| unit.at = 0);
    read
}

#[test]
fn a_unit_is_a_value_an_attribute_or_a_variant_for_each_category_of_the_language() {
    let units: Vec<String> = exported()
        .units
        .iter()
        .map(|unit| {
            format!("{} ({:?}): {:?} → {:?}", unit.id, unit.state, unit.source, unit.target)
        })
        .collect();
    insta::assert_snapshot!(units.join("\n"), @r#"
    victims (Stale(Some("Victims are under { $age }."))): "Victims are under { $age }; see { -csec } and { NUMBER($n, minimumFractionDigits: 1) }." → "الضحايا دون { $age }؛ { -csec } { NUMBER($n, minimumFractionDigits: 1) }."
    many[zero] (Draft): "{ $n } children" → "صفر"
    many[one] (Draft): "One child" → "واحد"
    many[two] (Missing): "{ $n } children" → ""
    many[few] (Missing): "{ $n } children" → ""
    many[many] (Missing): "{ $n } children" → ""
    many[other] (Draft): "{ $n } children" → "{ $n } أطفال"
    amid (Missing): "You have { $n -> … } and { $m -> … }." → ""
    amid[zero] (Missing): "{ $n } children of { $sex -> … }" → ""
    amid[zero][male] (Missing): "his" → ""
    amid[zero][other] (Missing): "their" → ""
    amid[one] (Missing): "one child" → ""
    amid[two] (Missing): "{ $n } children of { $sex -> … }" → ""
    amid[two][male] (Missing): "his" → ""
    amid[two][other] (Missing): "their" → ""
    amid[few] (Missing): "{ $n } children of { $sex -> … }" → ""
    amid[few][male] (Missing): "his" → ""
    amid[few][other] (Missing): "their" → ""
    amid[many] (Missing): "{ $n } children of { $sex -> … }" → ""
    amid[many][male] (Missing): "his" → ""
    amid[many][other] (Missing): "their" → ""
    amid[other] (Missing): "{ $n } children of { $sex -> … }" → ""
    amid[other][male] (Missing): "his" → ""
    amid[other][other] (Missing): "their" → ""
    amid#2[zero] (Missing): "{ $m } parents" → ""
    amid#2[one] (Missing): "one parent" → ""
    amid#2[two] (Missing): "{ $m } parents" → ""
    amid#2[few] (Missing): "{ $m } parents" → ""
    amid#2[many] (Missing): "{ $m } parents" → ""
    amid#2[other] (Missing): "{ $m } parents" → ""
    menu (Reviewed): "Menu" → "قائمة"
    menu.label (Reviewed): "=SUM(A1:A9)" → "-ملصق"
    menu.title (Reviewed): "y" → "عنوان"
    lines (Missing): "One <b>&amp;</b>\n\n  two \"three\" { \"{\" }" → ""
    odd (Missing): "{ \"\\u0001\" } ]]> { \"  \" }{ … }" → ""
    new (Missing): "A new one" → ""
    new.hint (Missing): "Its hint" → ""
    -csec (Reviewed): "CSEC" → "استغلال الأطفال"
    -csec.full (Missing): "exploitation" → ""
    "#);
}

#[test]
fn every_format_gives_back_what_was_written() {
    let exchange = exported();
    assert_eq!(again(Format::Xliff, &exchange).units, exchange.units);
    assert_eq!(again(Format::Xliff2, &exchange), exchange);
    assert_eq!(again(Format::Csv, &exchange).units, exchange.units);
    let drafts = exchange.units.iter().cloned().map(|mut unit| {
        if unit.state == State::Reviewed {
            unit.state = State::Draft;
        }
        unit
    });
    assert_eq!(again(Format::Po, &exchange).units, drafts.collect::<Vec<_>>());
    let reviewed = exchange.units.iter().filter(|unit| unit.state == State::Reviewed).cloned();
    assert_eq!(again(Format::Tmx, &exchange).units, reviewed.collect::<Vec<_>>());
    let terms = again(Format::Tbx, &exchange);
    assert_eq!(terms.units.len(), 1);
    for format in [Format::Xliff, Format::Xliff2, Format::Tmx, Format::Tbx] {
        let read = again(format, &exchange);
        assert_eq!([&read.reference, &read.locale], ["en", "ar"]);
    }
}

#[test]
fn what_comes_back_unchanged_changes_nothing() {
    for format in Format::ALL {
        let import = imported(&again(format, &exported())).expect("it can be taken");
        assert_eq!(import.files, [], "{format:?}");
        assert_eq!(import.left, [], "{format:?}");
    }
}

#[test]
fn every_text_can_be_translated_and_comes_back_as_it_was_written() {
    let mut exchange = exported();
    for (index, unit) in exchange.units.iter_mut().enumerate() {
        // What stands for a choice is the language's own, and so are the literals of `odd`.
        unit.target = format!("{index} ({})", unit.source);
        unit.state = State::Draft;
    }
    for format in [Format::Xliff, Format::Xliff2, Format::Po, Format::Csv] {
        let import = imported(&again(format, &exchange)).expect("it can be taken");
        let [file] = import.files.as_slice() else { panic!("one file changes: {import:?}") };
        let then = export(ARABIC, &sources(REFERENCE), &sources(&file.text), &|_| State::Draft);
        for (wanted, unit) in exchange.units.iter().zip(&then.units) {
            let [wanted, target] = [wanted, unit].map(|it| it.target.replace("{ \" \" } ", "  "));
            assert_eq!((&unit.id, target), (&unit.id, wanted), "{format:?}");
        }
        assert!(
            file.text.starts_with("# عربي\nvictims = ") && file.text.contains("# own\nmenu = ")
        );
    }
}

#[test]
fn a_text_that_was_changed_in_a_table_is_taken_whatever_state_stands_beside_it() {
    let table = Format::Csv.write(&exported());
    let import = |table: &str| {
        let exchange = Format::Csv.read(table).expect("a table");
        let import = imported(&exchange).expect("it can be taken");
        let taken: Vec<_> = import.messages.into_iter().map(|it| it.id).collect();
        (taken, import.confirmed.contains(&"victims".to_owned()), import.left)
    };
    assert_eq!(import(&table), (vec![], false, vec![]));
    let changed = table.replace("الضحايا دون", "الضحايا هم دون");
    assert_eq!(import(&changed), (vec!["victims".to_owned()], false, vec![]));
}

#[test]
fn a_table_without_states_does_not_make_a_stale_text_fresh() {
    let mut exchange = exported();
    exchange.units.retain(|unit| unit.id == "victims");
    let [unit] = exchange.units.as_slice() else { panic!("one") };
    let row = |text: &str| format!("\"victims\",\"{}\",\"{text}\"\n", unit.source);
    let import = |text: &str| {
        let table = format!("id,reference,translation\n{}", row(text));
        imported(&Format::Csv.read(&table).expect("a table")).expect("it can be taken")
    };
    assert_eq!(import(&unit.target), Import { unchanged: 1, ..Import::default() });
    assert_eq!(import(&unit.target.replace("دون", "تحت")).messages.len(), 1);
}

#[test]
fn a_message_of_which_one_text_is_unfinished_is_not_whole() {
    let is_whole = |state: State| {
        let mut exchange = exported();
        exchange.units.retain(|unit| unit.id.starts_with("menu"));
        for unit in &mut exchange.units {
            match unit.id.as_str() {
                "menu" => unit.target.push('!'),
                "menu.label" => unit.state = state.clone(),
                _ => {}
            }
        }
        let import = imported(&exchange).expect("it can be taken");
        import.messages.iter().map(|it| it.is_whole).collect::<Vec<_>>()
    };
    assert_eq!([is_whole(State::Draft), is_whole(State::Stale(None))], [[true], [false]]);
}

#[test]
fn an_apostrophe_that_somebody_typed_in_a_table_stays() {
    for (written, meant) in [("'s avonds", "'s avonds"), ("''s avonds", "'s avonds"), ("'=1", "=1")]
    {
        let table = format!("id;translation\na;{written}\n");
        let read = Format::Csv.read(&table).expect("a table");
        assert_eq!(read.units[0].target, meant);
    }
}

#[test]
fn what_is_marked_as_unfinished_or_no_longer_asked_for_is_left_and_named() {
    let mut exchange = exported();
    for unit in &mut exchange.units {
        match unit.id.as_str() {
            "victims" => unit.target.push('!'),
            "menu" => {
                unit.source = "Old menu".to_owned();
                unit.target.push('!');
            }
            "new" => unit.target = "جديد".to_owned(),
            "many[few]" => {
                unit.target = "{ $n } قليل".to_owned();
                unit.state = State::Draft;
            }
            "menu.label" => unit.id = "gone".to_owned(),
            _ => {}
        }
    }
    let import = imported(&exchange).expect("it can be taken");
    let left: Vec<String> = import.left.iter().map(|it| format!("{}: {}", it.id, it.why)).collect();
    insta::assert_snapshot!(left.join("\n"), @"
    victims: it is marked as unfinished in the file; mark it as translated there
    menu: the text of the reference has changed since; export again and translate it anew
    new: another part of the same message is not translated
    gone: there is no such text
    ");
    let [file] = import.files.as_slice() else { panic!("one file") };
    assert!(
        file.text.contains("    [one] واحد\n        [few] { $n } قليل\n       *[other]"),
        "{}",
        file.text
    );
}

#[test]
fn a_placeable_that_is_lost_made_up_or_broken_refuses_the_whole_file() {
    let refused: Vec<String> = [
        ("victims", "x"),
        ("victims", "{ $age } { NUMBER($n, minimumFractionDigits: 1) } { $agee }"),
        ("victims", "{ $age } { NUMBER($n, minimumFractionDigits: 2) }"),
        ("victims", "{ $age } { NUMBER($n, minimumFractionDigits: 1) } { -unknown }"),
        ("victims", "{ $age } { NUMBER($n, minimumFractionDigits: 1) } { -csec"),
        ("amid", "{ $n -> … } and again { $n -> … } { $m -> … }"),
        ("amid", "{ $n -> *[a] b } { $m -> … }"),
        ("menu", "x\n.evil = y\n other = z { menu }"),
        ("new", "{{{{{{{{{{{{ $x }}}}}}}}}}}}"),
    ]
    .into_iter()
    .map(|(id, text)| {
        let mut exchange = exported();
        for unit in exchange.units.iter_mut().filter(|unit| unit.id == id) {
            unit.target = text.to_owned();
        }
        imported(&exchange).expect_err(text).to_string()
    })
    .collect();
    insta::assert_snapshot!(refused.join("\n"), @r#"
    `victims`: the placeable `{ $age }` is lost
      help: put it where the sentence needs it
    `victims`: the text has no placeable `{ $agee }`
      help: there are: `{ $age }`, `{ -csec }`, `{ NUMBER($n, minimumFractionDigits: 1) }`
    `victims`: the text has no placeable `{ NUMBER($n, minimumFractionDigits: 2) }`
      help: there are: `{ $age }`, `{ -csec }`, `{ NUMBER($n, minimumFractionDigits: 1) }`
    `victims`: the text has no placeable `{ -unknown }`
      help: there are: `{ $age }`, `{ -csec }`, `{ NUMBER($n, minimumFractionDigits: 1) }`
    `victims`: a `{` has no partner, after `ractionDigits: 1) } `
      help: a brace that readers see is written `{ "{" }`
    `amid`: the placeable `{ $n -> … }` is there 2 times
      help: leave 1
    `amid`: the text has no placeable `{ $n -> *[a] b }`
      help: there are: `{ $n -> … }`, `{ $m -> … }`, `{ $n }`, `{ $m }`
    `menu`: the text has no placeable `{ menu }`
      help: it has none
    `new`: the text has no placeable `{{{{{{{{{{{{ $x }}}}}}}}}}}}`
      help: it has none
    "#);
}
