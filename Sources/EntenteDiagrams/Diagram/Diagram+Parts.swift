public import Entente

extension Diagram {
    /// How far a node stands out.
    public enum Emphasis: String, Sendable, Hashable, CaseIterable {
        /// Drawn as its kind is.
        case normal
        /// Drawn bold: what the figure is about.
        case strong
        /// Drawn pale: there for orientation.
        case faint
    }

    /// How strongly the sources stand behind a link; the line shows it.
    public enum Support: String, Sendable, Hashable, CaseIterable {
        /// A source says it in its own voice: a solid line.
        case stated
        /// A source reports that somebody said it: a dashed line.
        case attributed
        /// Alleged, an opinion, or planned: a dotted line.
        case alleged
    }

    /// An entity in a figure.
    public struct Node: Sendable, Hashable {
        /// Its id, unique among the nodes.
        public var id: String
        /// The name written into the shape; wrapped, and cut after four lines.
        public var label: String
        /// What it is, which chooses its shape and tint.
        public var kind: EntityKind
        /// How far it stands out.
        public var emphasis: Emphasis
        /// More words for whoever points at it.
        public var tooltip: String?

        /// A node.
        public init(
            id: String,
            label: String,
            kind: EntityKind,
            emphasis: Emphasis = .normal,
            tooltip: String? = nil
        ) {
            self.id = id
            self.label = label
            self.kind = kind
            self.emphasis = emphasis
            self.tooltip = tooltip
        }
    }

    /// A tie between two entities in a figure.
    public struct Link: Sendable, Hashable {
        /// Its id, unique among the links.
        public var id: String
        /// The id of the node it starts at.
        public var from: String
        /// The id of the node it ends at; may be the same.
        public var to: String
        /// What sort of dealing it is, which chooses colour and arrowhead.
        public var family: RelationFamily
        /// Whether it has a direction; a symmetric link has no arrowhead.
        public var isDirected: Bool
        /// The words on the line, one text a line: `["met", "2018-07-16"]`.
        public var label: [String]
        /// The relation's name in the vocabulary, for the data that the figure carries: `met-with`.
        public var relation: String?
        /// The dates in EDTF, for the data that the figure carries.
        public var dates: String?
        /// The numbers of the sources that it rests on.
        public var sources: [Int]
        /// How strongly they stand behind it.
        public var support: Support
        /// Whether a source denies it: the line is dashed at least, and the label ends with "?".
        public var isDisputed: Bool
        /// Whether it is over: greyed, with a tick at its end.
        public var isEnded: Bool
        /// For how many ties it stands; above one it is written "×3".
        public var multiplicity: Int
        /// More words for whoever points at it.
        public var tooltip: String?
        /// Where a click leads.
        public var href: WebLink?
        /// Whether it rests on no source at all: marked with "†".
        public var isUnsourced: Bool

        /// A link.
        public init(
            id: String,
            from: String,
            to: String,
            family: RelationFamily,
            isDirected: Bool = false,
            label: [String] = [],
            relation: String? = nil,
            dates: String? = nil,
            sources: [Int] = [],
            support: Support = .stated,
            isDisputed: Bool = false,
            isEnded: Bool = false,
            multiplicity: Int = 1,
            tooltip: String? = nil,
            href: WebLink? = nil,
            isUnsourced: Bool = false
        ) {
            self.id = id
            self.from = from
            self.to = to
            self.family = family
            self.isDirected = isDirected
            self.label = label
            self.relation = relation
            self.dates = dates
            self.sources = sources
            self.support = support
            self.isDisputed = isDisputed
            self.isEnded = isEnded
            self.multiplicity = multiplicity
            self.tooltip = tooltip
            self.href = href
            self.isUnsourced = isUnsourced
        }

        /// The support that the line shows: a disputed link is never solid.
        public var shownSupport: Support { isDisputed && support == .stated ? .attributed : support }
    }

    /// A line of the figure's list of sources.
    public struct Source: Sendable, Hashable {
        /// The number that links cite.
        public var number: Int
        /// How it is described.
        public var text: String
        /// Its address.
        public var url: WebLink?

        /// A source.
        public init(number: Int, text: String, url: WebLink? = nil) {
            self.number = number
            self.text = text
            self.url = url
        }
    }
}
