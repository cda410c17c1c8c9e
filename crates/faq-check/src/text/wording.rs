//! What a value or an attribute says as a whole, so that texts of different messages can be compared.

use std::{
    collections::{BTreeSet, HashMap},
    hash::{DefaultHasher, Hash, Hasher},
};

use faq_content::Position;
use faq_l10n::{
    Features, FtlFile, Kind, LocaleFiles, MessageRef, Origin, Outline, Reference, Text, TextKind,
    span_of,
};

use crate::finding::{Hits, Place};

/// A value or an attribute that is one text without variants.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wording<'f, 's> {
    /// The file it stands in.
    pub(crate) file: &'f FtlFile<'s>,
    /// Where its message stands.
    pub(crate) place: MessageRef,
    /// Its message.
    pub(crate) message: Outline<'f, 's>,
    /// Name of the attribute; none for the value.
    pub(crate) attribute: Option<&'s str>,
    root: usize,
}

/// Texts that the reference has more than once.
#[derive(Debug, Default)]
pub(crate) struct Repeats {
    /// For each such text, the messages that have it as their value or as the attribute of this name.
    pub(crate) groups: Vec<Vec<(MessageRef, Option<String>)>>,
}

impl Repeats {
    /// Goes through the reference once. Short texts are left out: the same word may have several meanings.
    pub(crate) fn of(reference: &LocaleFiles<'_>) -> Self {
        let mut groups: Vec<Vec<Wording<'_, '_>>> = Vec::new();
        let mut known: HashMap<u64, usize> = HashMap::new();
        for wording in wordings(reference).filter(|it| it.words() >= 4 || it.letters() >= 24) {
            let index = *known.entry(wording.hash()).or_insert(groups.len());
            match groups.get_mut(index) {
                None => groups.push(vec![wording]),
                Some(group) if group.first().is_some_and(|it| it.is_same(&wording)) => {
                    group.push(wording);
                }
                Some(_) => {}
            }
        }
        groups.retain(|group| group.len() > 1);
        let places = |group: Vec<Wording<'_, '_>>| {
            group.into_iter().map(|it| (it.place, it.attribute.map(str::to_owned))).collect()
        };
        Self { groups: groups.into_iter().map(places).collect() }
    }
}

/// Every value and attribute of the messages of a locale that is one text without variants, in order.
pub(crate) fn wordings<'f, 's>(
    files: &'f LocaleFiles<'s>,
) -> impl Iterator<Item = Wording<'f, 's>> {
    let messages = files.messages().filter(|(_, outline)| outline.kind() == Kind::Message);
    messages.flat_map(move |(place, message)| {
        let file = files.files.get(place.file());
        let roots = message.branches().iter().enumerate();
        roots.filter_map(move |(root, _)| Wording::at(file?, place, message, root))
    })
}

impl<'f, 's> Wording<'f, 's> {
    /// Adds a finding at this wording that is about another one too, which came first.
    pub(crate) fn hit_beside(
        &self,
        first: &Wording<'_, '_>,
        text: String,
        hits: &mut Hits,
        help: &str,
    ) {
        let span = span_of(self.file.source, self.part()).unwrap_or(0..0);
        hits.add(Place::Span(self.place.file(), span), text)
            // The line stands in the help: what is said has to stay the same when lines move.
            .help(format!("{help}; the first stands in line {}", first.line()))
            .message(self.message.id());
    }

    /// The value or the attribute of a message.
    pub(crate) fn of(
        files: &'f LocaleFiles<'s>,
        place: MessageRef,
        attribute: Option<&str>,
    ) -> Option<Self> {
        let (file, message) = files.at(place)?;
        Self::at(file, place, message, message.root(attribute)?)
    }

    fn at(
        file: &'f FtlFile<'s>,
        place: MessageRef,
        message: Outline<'f, 's>,
        root: usize,
    ) -> Option<Self> {
        let attribute = match message.branches().get(root)?.origin {
            Origin::Value => None,
            Origin::Attribute(name) => Some(name),
            Origin::Variant { .. } => return None,
        };
        // What an attribute `style` holds is no text.
        let is_text = attribute != Some("style") && !message.features().any(Features::SELECT);
        is_text.then_some(Self { file, place, message, attribute, root })
    }

    /// Number of words, parted by spaces.
    pub(crate) fn words(&self) -> usize {
        self.texts().map(|text| text.raw.split_whitespace().count()).sum()
    }

    /// Its words of ASCII, without what stands between them.
    pub(crate) fn each_word(&self) -> impl Iterator<Item = &'s [u8]> {
        let texts = self.texts();
        let words =
            texts.flat_map(|it| it.raw.as_bytes().split(|byte| !byte.is_ascii_alphanumeric()));
        words.filter(|it| !it.is_empty())
    }

    /// The names of what is put into it.
    pub(crate) fn shown_names(&self) -> impl Iterator<Item = &'s str> {
        self.references().map(|it| it.target.name())
    }

    /// Number of letters.
    pub(crate) fn letters(&self) -> usize {
        self.texts().flat_map(|text| text.raw.chars()).filter(|it| it.is_alphabetic()).count()
    }

    /// The same for texts that are the same.
    pub(crate) fn hash(&self) -> u64 {
        let mut hash = DefaultHasher::new();
        self.attribute.hash(&mut hash);
        self.texts().for_each(|text| text.raw.hash(&mut hash));
        hash.finish()
    }

    /// Whether both are the same text, of the same kind.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.attribute == other.attribute
            && self
                .texts()
                .map(|it| (it.raw, it.kind))
                .eq(other.texts().map(|it| (it.raw, it.kind)))
            && self.references().map(|it| it.target).eq(other.references().map(|it| it.target))
    }

    /// Whether both are the same but for spaces, marks and capitals.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        self.plain_letters().eq(other.plain_letters())
            && self.references().map(|it| it.target).eq(other.references().map(|it| it.target))
    }

    /// Whether fewer than half of the words of the shorter one are words of the other.
    pub(crate) fn is_different(&self, other: &Self) -> bool {
        let words = |it: &Self| {
            let texts: String = it.texts().map(|text| text.raw.to_lowercase() + " ").collect();
            let words = texts.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
            words.map(str::to_owned).collect::<BTreeSet<_>>()
        };
        let (a, b) = (words(self), words(other));
        a.intersection(&b).count() * 2 < a.len().min(b.len())
    }

    /// The message's id, with the attribute.
    pub(crate) fn name(&self) -> String {
        match self.attribute {
            Some(attribute) => format!("{}.{attribute}", self.message.id()),
            None => self.message.id().to_owned(),
        }
    }

    /// The name in the file that a finding points at.
    pub(crate) fn part(&self) -> &'s str {
        self.attribute.unwrap_or(self.message.id())
    }

    /// The line of its file.
    pub(crate) fn line(&self) -> usize {
        span_of(self.file.source, self.part())
            .map_or(1, |span| Position::of(self.file.source, span.start).line)
    }

    fn plain_letters(&self) -> impl Iterator<Item = char> {
        let characters = self.texts().flat_map(|text| text.raw.chars());
        characters.filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase)
    }

    fn texts(&self) -> impl Iterator<Item = &'f Text<'s>> {
        let root = self.root;
        let texts = self.message.texts().iter();
        texts.filter(move |text| text.branch == root && text.kind != TextKind::Steering)
    }

    fn references(&self) -> impl Iterator<Item = &'f Reference<'s>> {
        let root = self.root;
        self.message.references().iter().filter(move |it| it.branch == root)
    }
}
