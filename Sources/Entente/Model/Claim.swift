public import EDTF

/// The name of a claim: unique within a graph.
public struct ClaimID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The id of its source.
    public var source: String
    /// Its id within the source: written by the analyst, or made from its content.
    public var local: String

    /// Makes the name of a claim.
    public init(source: String, local: String) {
        self.source = source
        self.local = local
    }

    /// `source/local`.
    public var description: String { "\(source)/\(local)" }

    /// By source, then by the id within it.
    public static func < (left: ClaimID, right: ClaimID) -> Bool {
        (left.source, left.local) < (right.source, right.local)
    }
}

/// What one source says of entities at a time: the unit of data.
///
/// A claim keeps everything as it was written; nothing in it is merged with other claims or rounded. Entities
/// and sources are named by id; a `ClaimGraph` guarantees that they exist.
public struct Claim: Sendable, Hashable, Identifiable {
    /// Its name, unique within a graph.
    public var id: ClaimID
    /// Whether the id was written by the analyst, not made from the content.
    public var hasWrittenID: Bool

    // What
    /// The id of the relation that it states.
    public var relation: String
    /// Who or what the claim is about; for a symmetric relation all that take part, two or more.
    public var ends: Ends
    /// The happening this is about.
    public var event: String?
    /// The places, venues or states, where it happened.
    public var venues: [String]
    /// Treaties, policies, topics or others that it concerns.
    public var regarding: [String]
    /// In which capacity: "president".
    public var role: String?
    /// The number or words that it states: a rate, a duration, a label.
    public var value: ClaimValue?
    /// The claims that this one accepts, doubts, takes back or contradicts.
    public var about: [ClaimID]
    /// What it hangs on.
    public var condition: Condition?
    /// Its place in a count: the first meeting of its kind.
    public var ordinal: Ordinal?
    /// Claims of one source with the same tag are alternatives: at least one of them holds.
    public var oneOf: String?

    // When
    /// When its content was so.
    public var time: ClaimTime
    /// The source's own words for the time: "on Monday".
    public var dateText: String?

    // Whether
    /// Whether its content is said to be so.
    public var polarity: Polarity
    /// Whether its content has happened or is planned.
    public var status: Status

    // Who says
    /// In which voice the source says it.
    public var modality: Modality
    /// Who is said to have said so, outermost speaker first.
    public var attributedTo: [String]
    /// When and where it was said, apart from when its content was so.
    public var said: Utterance?
    /// The wire or outlet that the source cites: a source's id, or its name.
    public var via: String?
    /// How it was got from the source.
    public var basis: Basis
    /// The source's own verb.
    public var wording: String?
    /// The words spoken, where the wording itself matters.
    public var quote: String?
    /// Where in the source: "§2 ¶1".
    public var locator: String?
    /// Admiralty credibility: 1 confirmed by others … 6 cannot be judged.
    public var credibility: Int?
    /// Whether the analyst prefers it or has set it aside.
    public var rank: Rank
    /// Why it is preferred or set aside.
    public var rankReason: String?
    /// Whether its place, quotation and speakers must not leave the graph.
    public var isConfidential: Bool
    /// An analyst's remark.
    public var note: String?
    /// Where it stands in its file.
    public var location: SourceLocation?
    /// What it hangs on in the end, where speakers and wires have been taken out of it; never written anywhere.
    var hiddenOrigins: [String]?

    /// Makes an asserted, positive, actual claim; everything else is set on it.
    public init(id: ClaimID, relation: String, ends: Ends, time: ClaimTime = .undated) {
        self.id = id
        self.hasWrittenID = true
        self.relation = relation
        self.ends = ends
        self.event = nil
        self.venues = []
        self.regarding = []
        self.role = nil
        self.value = nil
        self.about = []
        self.condition = nil
        self.ordinal = nil
        self.oneOf = nil
        self.time = time
        self.dateText = nil
        self.polarity = .positive
        self.status = .actual
        self.modality = .asserted
        self.attributedTo = []
        self.said = nil
        self.via = nil
        self.basis = .stated
        self.wording = nil
        self.quote = nil
        self.locator = nil
        self.credibility = nil
        self.rank = .normal
        self.rankReason = nil
        self.isConfidential = false
        self.note = nil
        self.location = nil
        self.hiddenOrigins = nil
    }

    /// The id of the source that makes the claim.
    public var source: String { id.source }
}

extension Claim {
    /// Who or what a claim is about.
    public enum Ends: Sendable, Hashable {
        /// One entity: a treaty expired.
        case unary(String)
        /// From one to another: a state withdrew from a treaty.
        case directed(subject: String, object: String)
        /// Two or more, none before the others: they met.
        case symmetric([String])

        /// All entities named, in the order written.
        public var entities: [String] {
            switch self {
            case .unary(let one): [one]
            case .directed(let subject, let object): [subject, object]
            case .symmetric(let all): all
            }
        }
    }

    /// Whether the content is said to be so.
    public enum Polarity: String, Sendable, Hashable, CaseIterable {
        case positive
        /// "Did not meet."
        case negative
        /// "There is no proof that they met."
        case unproven
    }

    /// Whether the content has happened or is planned.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case actual
        case proposed
        case possible
        case agreedInPrinciple = "agreed-in-principle"
        case announced
        case scheduled
        case cancelled

        /// Whether it speaks of something that has not (yet) happened.
        public var isPlanned: Bool { self != .actual }
    }

    /// In which voice the source says it, the strongest first.
    public enum Modality: String, Sendable, Hashable, CaseIterable, Comparable {
        /// The source says it in its own voice.
        case asserted
        /// The source says that somebody says so.
        case reported
        /// Somebody's opinion.
        case opinion
        /// An accusation or rumour.
        case alleged
        /// The source says that somebody denies it; the content is what is denied.
        case denied

        /// Weaker comes after stronger.
        public static func < (left: Modality, right: Modality) -> Bool { left.order < right.order }

        private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// How the claim was got from the source.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        case stated
        case implied
        case computed
    }

    /// Whether the analyst prefers or has set aside a claim, as in Wikidata.
    public enum Rank: String, Sendable, Hashable, CaseIterable {
        case preferred
        case normal
        case deprecated
    }

    /// The condition that the content hangs on; the conditional content is no edge.
    public enum Condition: Sendable, Hashable {
        case text(String)
        case claims([ClaimID])
    }

    /// "The first meeting in person since 2021": implies that there was none before it within that scope.
    public struct Ordinal: Sendable, Hashable {
        /// 1 for the first.
        public var n: Int
        /// The scope counted: "in-person".
        public var of: String?
        /// The date that counting starts from.
        public var since: EDTFDate?

        /// Makes an ordinal.
        public init(n: Int, of: String? = nil, since: EDTFDate? = nil) {
            self.n = n
            self.of = of
            self.since = since
        }
    }

    /// When and where something was said, apart from when the thing said happened.
    public struct Utterance: Sendable, Hashable {
        /// When it was said.
        public var when: EDTFDate?
        /// Where it was said.
        public var venue: String?
        /// At which happening it was said.
        public var event: String?

        /// Makes an utterance; each part may be unknown.
        public init(when: EDTFDate? = nil, venue: String? = nil, event: String? = nil) {
            self.when = when
            self.venue = venue
            self.event = event
        }
    }
}

/// A value that a claim states: a number with its unit, or text.
public enum ClaimValue: Sendable, Hashable {
    case number(Double, unit: String?, isApproximate: Bool)
    case text(String)
}
