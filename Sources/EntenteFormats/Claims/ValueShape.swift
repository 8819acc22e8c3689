internal import Entente

/// What may stand under a key of a claims file.
///
/// The reader checks values against it and the JSON Schema is made from it, so that the two cannot differ.
indirect enum ValueShape: Sendable {
    /// What an id names.
    enum Named: String, Sendable {
        case entity, source, relation, claim
    }

    /// Any text, on one line or on several.
    case text
    /// The id of something.
    case id(Named)
    /// A date in EDTF.
    case date
    case boolean
    case integer(ClosedRange<Int>)
    case number
    /// One of some words.
    case choice([String])
    case list(of: ValueShape, atLeast: Int = 0)
    /// One value or a list of them.
    case oneOrMore(ValueShape)
    /// Words to texts.
    case texts
    case map(any FileKey.Type)
    /// A list of maps.
    case maps(any FileKey.Type)
    /// Maps by the ids of what they describe.
    case mapsByID(Named, any FileKey.Type)
    /// Text, or a map where there is more to say.
    case textOr(any FileKey.Type)

    /// What is expected, in words: "a list of entity ids".
    var inWords: String {
        switch self {
        case .text: "text"
        case .id(let named): (named == .entity ? "an " : "a ") + named.rawValue + " id"
        case .date: "a date"
        case .boolean: "true or false"
        case .integer(let range):
            range.upperBound == .max
                ? "a whole number from \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number: "a number"
        case .choice(let words): "one of " + words.joined(separator: ", ")
        case .list(let item, let least):
            "a list of " + (least > 1 ? "\(least) or more " : "") + item.pluralInWords
        case .oneOrMore(let item): item.inWords + " or a list of " + item.pluralInWords
        case .texts: "a map of words to texts"
        case .map(let keys): "a map with the keys of " + keys.oneThing
        case .maps(let keys): "a list of \(keys.thing)s"
        case .mapsByID(let named, _): "a map of \(named.rawValue) ids to maps"
        case .textOr(let keys): "text, or a map with the keys " + keys.names
        }
    }

    private var pluralInWords: String {
        switch self {
        case .id(let named): named.rawValue + " ids"
        case .choice: "words"
        default: "texts"
        }
    }
}

/// What may stand under one key, and what it means.
struct KeyRule: Sendable {
    var shape: ValueShape
    var isRequired = false
    /// One sentence for editors.
    var summary: String

    init(_ shape: ValueShape, required: Bool = false, _ summary: String) {
        self.shape = shape
        self.isRequired = required
        self.summary = summary
    }
}

/// The keys that one kind of map can have: the one definition that reader, writer and schema share.
protocol FileKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// What the map describes: "claim".
    static var thing: String { get }
    static var rules: [Self: KeyRule] { get }
}

extension FileKey {
    /// What the map describes, with its article: "an entity".
    static var oneThing: String { ("aeiou".contains(thing.prefix(1)) ? "an " : "a ") + thing }

    /// All keys, for a sentence.
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// The rules in the order of the keys.
    static var orderedRules: [(name: String, rule: KeyRule)] {
        allCases.compactMap { key in rules[key].map { (key.rawValue, $0) } }
    }
}
