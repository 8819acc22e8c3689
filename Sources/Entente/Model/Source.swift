public import EDTF

/// A document that claims are taken from.
public struct Source: Sendable, Hashable, Identifiable {
    /// How far a source can be relied on, on the Admiralty scale (NATO STANAG 2511): A completely reliable,
    /// B usually, C fairly, D not usually, E unreliable, F cannot be judged.
    public enum Reliability: String, Sendable, Hashable, CaseIterable {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
        case e = "E"
        case f = "F"

        /// Whether this grade is at least as good as another; F, which is no judgement, is as good as nothing but F.
        public func isAtLeast(_ other: Reliability) -> Bool {
            self == .f ? other == .f : rawValue <= other.rawValue
        }
    }

    /// A slug, unique in its graph.
    public var id: String
    /// Its title.
    public var title: String
    /// Who published it.
    public var publisher: String?
    /// When it was published.
    public var published: EDTFDate?
    /// Its address.
    public var url: String?
    /// When it was fetched from there.
    public var retrieved: EDTFDate?
    /// The address of an archived copy.
    public var archived: String?
    /// The SHA-256 of the text that was read, in hexadecimal.
    public var sha256: String?
    /// How far it can be relied on; nil where nobody has judged.
    public var reliability: Reliability?
    /// The period that it can speak of.
    public var covers: EDTFDate?
    /// The ids of the sources that it was made from.
    public var derivedFrom: [String]
    /// Whether its title, address, locators, quotations and speakers must not leave the graph.
    public var isConfidential: Bool
    /// An analyst's remark.
    public var note: String?
    /// Where it is declared.
    public var location: SourceLocation?

    /// Makes a source; all but id and title may be unknown.
    public init(
        id: String,
        title: String,
        publisher: String? = nil,
        published: EDTFDate? = nil,
        url: String? = nil,
        retrieved: EDTFDate? = nil,
        archived: String? = nil,
        sha256: String? = nil,
        reliability: Reliability? = nil,
        covers: EDTFDate? = nil,
        derivedFrom: [String] = [],
        isConfidential: Bool = false,
        note: String? = nil,
        location: SourceLocation? = nil
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.published = published
        self.url = url
        self.retrieved = retrieved
        self.archived = archived
        self.sha256 = sha256
        self.reliability = reliability
        self.covers = covers
        self.derivedFrom = derivedFrom
        self.isConfidential = isConfidential
        self.note = note
        self.location = location
    }
}
