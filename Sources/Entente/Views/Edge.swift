public import EDTF

/// A tie between two entities, derived from one claim.
public struct Edge: Sendable, Hashable {
    /// Which part of a claim ties its two ends.
    public enum Part: UInt8, Sendable, Hashable, Comparable {
        /// Subject and object, or two participants.
        case ends
        /// An actor and the venue where it was.
        case venue
        /// A participant and the happening.
        case event
        /// An actor and what its dealing concerned.
        case regarding

        /// The order in which parts lead a line of a figure.
        public static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
    }

    /// The vertices tied, by their numbers in the network; directed from the first to the second where the claim is.
    public var from: Int
    /// The vertex at the other end.
    public var to: Int
    /// The claim, by its place in the graph.
    public var claim: Int
    /// Which part of the claim ties the two.
    public var part: Part
    /// Whether it goes from the first vertex to the second.
    public var isDirected: Bool
    /// Whether it counts in the view's period in every reading or in some: by the calendar, and where a source gives
    /// alternatives by these.
    public var dates: Certainty
    /// The certainty of it apart from its own date and alternatives: of when its source came out, of what its ends are
    /// folded into.
    package var standing: Certainty
    /// The claims of the view's sources that deny, negate or doubt it, by their places in the graph.
    public var opposition: [Int]

    /// Whether any claim stands against it.
    public var isDisputed: Bool { !opposition.isEmpty }
}

/// All the edges between two vertices of a network.
public struct Tie: Sendable, Hashable {
    /// The two vertices; `a` is the smaller number unless the network is directed.
    public var a: Int
    /// The other vertex.
    public var b: Int
    /// The edges, by their places in the network, the best first: certain before possible, then dealings before
    /// commentary, then those that say what the two did before those that say what they have in common, then better
    /// supported, then earlier.
    public var edges: [Int]

    /// Makes a tie of edges, the best first.
    public init(a: Int, b: Int, edges: [Int]) {
        self.a = a
        self.b = b
        self.edges = edges
    }
}
