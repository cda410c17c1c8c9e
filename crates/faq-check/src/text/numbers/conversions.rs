//! Amounts that are the same in other units: 8 km for 5 miles, one hour for 60 minutes.

use crate::{
    language::Language,
    text::counted::Difference,
    text::numbers::told::{Side, Told},
    text::numbers::units::{Quantity, mentions, quantities},
};

/// What units measure, and how much of it: each kind of things has its own unit of one. Temperatures stand apart.
const MEASURES: [(&str, Kind, f64); 19] = [
    ("second", Kind::Time, 1.0),
    ("minute", Kind::Time, 60.0),
    ("hour", Kind::Time, 3_600.0),
    ("day", Kind::Time, 86_400.0),
    ("week", Kind::Time, 604_800.0),
    ("month", Kind::Months, 1.0),
    ("year", Kind::Months, 12.0),
    ("inch", Kind::Length, 2.54),
    ("foot", Kind::Length, 30.48),
    ("mile", Kind::Length, 160_934.4),
    ("millimeter", Kind::Length, 0.1),
    ("centimeter", Kind::Length, 1.0),
    ("meter", Kind::Length, 100.0),
    ("kilometer", Kind::Length, 100_000.0),
    ("ounce", Kind::Weight, 28.35),
    ("pound", Kind::Weight, 453.59),
    ("gram", Kind::Weight, 1.0),
    ("kilogram", Kind::Weight, 1_000.0),
    ("tonne", Kind::Weight, 1_000_000.0),
];

/// What can be converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Time,
    Months,
    Length,
    Weight,
}

/// How far a rounded length or weight may be from the exact one: 8 km for 5 miles.
const ROUNDING: f64 = 0.06;

/// Takes out of a difference the amounts that the translation says in other units, beside those of the reference or in their place.
pub(crate) fn settle_conversions(
    difference: &mut Difference<Told>,
    (expected, found): (&Side<'_>, &Side<'_>),
    (reference_language, language): (&Language, &Language),
) {
    let (reference, own) = (expected.texts.join("\n\n"), found.texts.join("\n\n"));
    let measured = quantities(&reference, reference_language);
    if measured.is_empty() {
        return;
    }
    let own_measured = quantities(&own, language);
    let pairs: Vec<(&Quantity<'_>, &Quantity<'_>)> = measured
        .iter()
        .flat_map(|it| own_measured.iter().map(move |other| (it, other)))
        .filter(|(it, other)| !it.has_unit_of(other) && is_same_amount(it, other))
        .collect();
    let Difference { lost, added } = difference;
    added.retain(|told| pairs.iter().all(|(_, own)| own.value != told.value));
    let own = own.to_lowercase();
    let says_one =
        |it: &Quantity<'_>| greater_unit(it).is_some_and(|unit| mentions(&own, unit, language) > 0);
    lost.retain(|told| {
        let said = || measured.iter().filter(|it| it.value == told.value);
        pairs.iter().all(|(it, _)| it.value != told.value) && !said().any(says_one)
    });
}

/// The unit that so many of another one make: an hour of 60 minutes.
fn greater_unit(quantity: &Quantity<'_>) -> Option<&'static str> {
    [
        ("60", "second", "minute"),
        ("60", "minute", "hour"),
        ("24", "hour", "day"),
        ("7", "day", "week"),
        ("12", "month", "year"),
    ]
    .iter()
    .find(|(value, unit, _)| quantity.value == *value && quantity.units.contains(unit))
    .map(|(_, _, greater)| *greater)
}

fn is_same_amount(one: &Quantity<'_>, other: &Quantity<'_>) -> bool {
    let (Ok(amount), Ok(own)) = (one.value.parse::<f64>(), other.value.parse::<f64>()) else {
        return false;
    };
    let is_degrees = |it: &Quantity<'_>, unit: &str| it.units.contains(&unit);
    if is_degrees(one, "fahrenheit") && is_degrees(other, "celsius") {
        return ((amount - 32.0) / 1.8 - own).abs() < 1.0;
    }
    measures(one).any(|(kind, measure)| {
        measures(other).any(|(own_kind, own_measure)| {
            let (amount, own) = (amount * measure, own * own_measure);
            let most = match kind {
                Kind::Time | Kind::Months => 0.001,
                Kind::Length | Kind::Weight => ROUNDING * amount,
            };
            kind == own_kind && (amount - own).abs() <= most
        })
    })
}

fn measures(quantity: &Quantity<'_>) -> impl Iterator<Item = (Kind, f64)> {
    let known = MEASURES.iter().filter(|(unit, _, _)| quantity.units.contains(unit));
    known.map(|(_, kind, measure)| (*kind, *measure))
}
