internal import EDTF

extension Answer {
    /// The answer to "who stands with whom, and where does that not add up?".
    ///
    /// - Parameters:
    ///   - signed: what was found.
    ///   - entity: an id; only the triangles and pairs with it are listed.
    ///   - limit: the most triangles in tables; nil for all.
    public init(_ signed: SignedTies, of entity: String? = nil, limit: Int? = nil) {
        let network = signed.network
        self.init(
            verb: "balance",
            arguments: [.init("entity", .optional(entity))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        let text = ClaimText(graph: network.graph)
        func isListed(_ entities: [String]) -> Bool { entity.map(entities.contains) ?? true }
        let triangles = signed.triangles.filter { isListed($0.entities) }
        let mixed = signed.sides.filter { $0.sign == 0 && isListed($0.entities) }
        isNo = signed.sides.isEmpty
        func json(_ side: SignedTies.Side) -> JSONValue {
            .object([
                "entities": .strings(side.entities), "sign": .integer(side.sign),
                "dates": .string(side.dates.description), "disputed": .bool(side.isDisputed),
                "friendly": .strings(side.friendly.map { network.graph.claims[$0].id.description }),
                "hostile": .strings(side.hostile.map { network.graph.claims[$0].id.description }),
            ])
        }
        value = .array(
            triangles.map { triangle in
                .object([
                    "balanced": .bool(triangle.isBalanced), "dates": .string(triangle.dates.description),
                    "entities": .strings(triangle.entities),
                    "names": .strings(triangle.entities.map(text.name)),
                    "sides": .array(triangle.sides.map(json)),
                ])
            }
        )
        beside = [
            .init(
                "triangles",
                .object([
                    "balanced": .integer(signed.counts.balanced),
                    "unbalanced": .integer(signed.counts.unbalanced),
                ])
            ),
            .init("mixed", .array(mixed.map(json))),
            .init(
                "frustration",
                .object([
                    "least": .integer(signed.frustration.lowerBound),
                    "most": .integer(signed.frustration.upperBound),
                    "camps": .array(signed.camps.map(JSONValue.strings)),
                    "against": .array(signed.frustrated.map(json)),
                ])
            ),
        ]
        guard !isNo else {
            sentences = ["No claim of the view ties two actors in a friendly or hostile way."]
            return
        }
        sentences = [Self.summary(signed, mixed: mixed.count)]
        let shown = limit.map { Array(triangles.prefix($0)) } ?? triangles
        var table = AnswerTable(columns: [
            .init("Triangle"), .init("Side", isFlexible: true), .init("Sign"), .init("Dates"),
            .init("Claims", isFlexible: true), .init("Sources"),
        ])
        for (number, triangle) in shown.enumerated() {
            for (place, side) in triangle.sides.enumerated() {
                let sort = triangle.isBalanced ? "balanced" : "unbalanced"
                table.rows.append(
                    [place == 0 ? "\(number + 1). \(sort)" : ""] + Self.cells(side, text, &sources)
                )
            }
        }
        if !shown.isEmpty { tables.append(table) }
        if !mixed.isEmpty {
            var table = AnswerTable(
                title: "Friendly and hostile at once, in no triangle",
                columns: [
                    .init("Pair", isFlexible: true), .init("Sign"), .init("Dates"),
                    .init("Claims", isFlexible: true),
                    .init("Sources"),
                ]
            )
            for side in mixed { table.rows.append(Self.cells(side, text, &sources)) }
            tables.append(table)
        }
        if shown.count < triangles.count {
            limits.append("\(shown.count) of \(triangles.count) triangles shown; --top says how many")
        }
        if signed.isCut {
            limits.append("there are more triangles than the \(signed.triangles.count) that were looked at")
        }
    }

    private static func summary(_ signed: SignedTies, mixed: Int) -> String {
        let signs = (signed.sides.count { $0.sign > 0 }, signed.sides.count { $0.sign < 0 })
        let (balanced, unbalanced) = signed.counts
        let frustration = signed.frustration
        let least = frustration.lowerBound == frustration.upperBound ? "" : "\(frustration.lowerBound) to "
        return
            "\(signs.0) friendly and \(signs.1) hostile pairs of actors, \(mixed) both; \(balanced) balanced and "
            + "\(unbalanced) unbalanced triangles. Two camps would leave \(least)\(frustration.upperBound) "
            + "\(frustration.upperBound == 1 ? "pair" : "pairs") against the grain."
    }

    private static func cells(_ side: SignedTies.Side, _ text: ClaimText, _ sources: inout SourceList)
        -> [String]
    {
        let claims = (side.friendly + side.hostile).map { text.graph.claims[$0] }
        let sign = side.sign > 0 ? "+" : side.sign < 0 ? "−" : "±"
        return [
            ClaimText.joined(side.entities.map(text.name)), sign + (side.isDisputed ? ", disputed" : ""),
            side.dates.description, claims.map(\.id.description).joined(separator: ", "),
            sources.numbers(for: claims),
        ]
    }
}
