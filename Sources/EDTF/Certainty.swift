/// One of three answers to a question about a date: no reading says so, some do, or all do.
///
/// The order is `impossible < possible < certain`. The connectives are Kleene's strong three-valued logic, where
/// `possible` stands for "undecided". They are exact for independent questions; for two questions about the *same*
/// date they give a bound (`a.or(a.negated)` is `possible` for an undecided `a`).
///
/// Reference: S. C. Kleene, *Introduction to Metamathematics* (1952), section 64.
public enum Certainty: Int, Hashable, Comparable, Sendable, CaseIterable, CustomStringConvertible {
    /// In no reading.
    case impossible
    /// In some reading, not in all (or not known to be in all).
    case possible
    /// In every reading.
    case certain

    /// The answer to a question asked of every reading (`all`) and of some (`some`).
    public init(inAll all: Bool, inSome some: Bool) {
        self = all && some ? .certain : some ? .possible : .impossible
    }

    /// Both hold: the lesser of the two.
    public func and(_ other: Certainty) -> Certainty { min(self, other) }

    /// At least one holds: the greater of the two.
    public func or(_ other: Certainty) -> Certainty { max(self, other) }

    /// The opposite holds: certain and impossible change places.
    public var negated: Certainty {
        switch self {
        case .impossible: .certain
        case .possible: .possible
        case .certain: .impossible
        }
    }

    /// This answer, with `certain` lowered to `possible` where the evidence is itself uncertain.
    public func capped(if isUncertain: Bool) -> Certainty { isUncertain ? min(self, .possible) : self }

    /// `impossible`, `possible` or `certain`.
    public var description: String {
        switch self {
        case .impossible: "impossible"
        case .possible: "possible"
        case .certain: "certain"
        }
    }

    /// The order of the three answers.
    public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}
