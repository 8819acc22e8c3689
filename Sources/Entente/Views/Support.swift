/// How well an answer is borne out by what sources say; it says nothing of dates.
public struct Support: Sendable, Hashable {
    /// The weakest modality that the answer hangs on.
    public var modality: Claim.Modality
    /// The number of independent origins; on a path, that of its least supported hop.
    public var origins: Int
    /// Whether a claim of the view's sources denies, negates or calls unproven a part of it.
    public var isDisputed: Bool
    /// The weakest basis that it hangs on.
    public var basis: Claim.Basis
    /// Whether it hangs on something planned.
    public var isPlanned: Bool

    /// Makes a grade of its parts.
    public init(
        modality: Claim.Modality,
        origins: Int,
        isDisputed: Bool,
        basis: Claim.Basis = .stated,
        isPlanned: Bool = false
    ) {
        self.modality = modality
        self.origins = origins
        self.isDisputed = isDisputed
        self.basis = basis
        self.isPlanned = isPlanned
    }

    /// The support of an answer that needs both.
    public func and(_ other: Support) -> Support {
        Support(
            modality: max(modality, other.modality),
            origins: min(origins, other.origins),
            isDisputed: isDisputed || other.isDisputed,
            basis: basis.weakness >= other.basis.weakness ? basis : other.basis,
            isPlanned: isPlanned || other.isPlanned
        )
    }

    /// In words: "asserted, 2 origins, disputed".
    public var text: String {
        var parts = [modality.rawValue, origins == 1 ? "1 origin" : "\(origins) origins"]
        if basis != .stated { parts.append(basis.rawValue) }
        if isPlanned { parts.append("planned") }
        if isDisputed { parts.append("disputed") }
        return parts.joined(separator: ", ")
    }

    /// How strong a line a figure gives it.
    public enum Strength: String, Sendable, Hashable, CaseIterable {
        /// In a source's own voice, undisputed.
        case stated
        /// Attributed to somebody, or disputed.
        case attributed
        /// Alleged, an opinion, denied or planned.
        case alleged
    }

    /// The line that a figure gives this support.
    public var strength: Strength {
        if isPlanned || modality >= .opinion { return .alleged }
        return isDisputed || modality == .reported ? .attributed : .stated
    }
}

extension Claim.Basis {
    /// Greater is weaker: stated, implied, computed.
    var weakness: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Finds where claims come from in the end, so that repetition is not taken for corroboration.
struct Origins {
    private let graph: ClaimGraph
    private let roots: [String: [String]]
    /// Sources by their titles in lower case; a wire may be cited by its name.
    private let sourceOfTitle: [String: String]

    init(_ graph: ClaimGraph) {
        self.graph = graph
        var roots: [String: [String]] = [:]
        var sourceOfTitle: [String: String] = [:]
        for source in graph.sources {
            roots[source.id] = Self.roots(of: source.id, in: graph)
            let title = source.title.lowercased()
            if sourceOfTitle[title] == nil { sourceOfTitle[title] = source.id }
        }
        self.roots = roots
        self.sourceOfTitle = sourceOfTitle
    }

    /// The sources that a source is derived from in the end; itself where it is derived from none.
    private static func roots(of id: String, in graph: ClaimGraph) -> [String] {
        var found: Set<String> = []
        var seen: Set<String> = [id]
        var open = [id]
        while let here = open.popLast() {
            let origins = graph.source(here)?.derivedFrom ?? []
            if origins.isEmpty { found.insert(here) }
            for origin in origins where seen.insert(origin).inserted { open.append(origin) }
        }
        return found.sorted()
    }

    /// What a claim hangs on in the end: the root of the wire it cites, else the origins of its source, else the
    /// speaker whom it reports, else its source.
    func origins(of claim: Claim) -> [String] {
        if let hidden = claim.hiddenOrigins { return hidden }
        if let via = claim.via {
            let name = via.lowercased()
            return roots[via] ?? sourceOfTitle[name].flatMap { roots[$0] } ?? ["via \(name)"]
        }
        let own = roots[claim.source] ?? [claim.source]
        if own != [claim.source] { return own }
        if claim.modality == .reported, let speaker = claim.attributedTo.last {
            return ["speaker \(speaker)"]
        }
        return own
    }

    /// The number of different origins of some claims.
    func count(_ claims: some Sequence<Claim>) -> Int {
        Set(claims.flatMap(origins)).count
    }
}
