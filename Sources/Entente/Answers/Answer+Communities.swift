extension Answer {
    /// The answer to "who belongs together?".
    ///
    /// - Parameters:
    ///   - communities: the division.
    ///   - limit: the most members named in a row of a table; nil for all.
    public init(_ communities: EntityCommunities, limit: Int? = nil) {
        let network = communities.network
        self.init(
            verb: "communities",
            arguments: [.init("resolution", .number(communities.resolution))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        isNo = communities.groups.isEmpty
        value = .array(
            communities.groups.enumerated().map { number, group in
                .object([
                    "community": .integer(number + 1),
                    "entities": .strings(group.map { network.entity($0).id }),
                ])
            }
        )
        beside = [
            .init("modularity", communities.modularity.map { .number($0) } ?? .null),
            .init("stability", .number(communities.stability)),
        ]
        guard let modularity = communities.modularity, !communities.groups.isEmpty else {
            sentences = ["No claim of the view ties two entities, so there are no communities."]
            return
        }
        sentences = [
            "\(communities.groups.count == 1 ? "1 community" : "\(communities.groups.count) communities") of "
                + "\(network.vertices.count) entities; modularity \(Self.digits(modularity, of: .closeness)).",
            communities.stability > 0.999_999
                ? "Ten runs with other random numbers find the same."
                : "Runs with other random numbers agree with it to \(Self.digits(communities.stability, of: .closeness)) (adjusted Rand index).",
        ]
        var degrees = Array(repeating: 0, count: network.vertices.count)
        for tie in network.ties {
            degrees[tie.a] += 1
            degrees[tie.b] += 1
        }
        var table = AnswerTable(columns: [
            .init("Community", isNumeric: true), .init("Entities", isNumeric: true),
            .init("Members, those with most ties first", isFlexible: true),
        ])
        for (number, group) in communities.groups.enumerated() {
            let members = group.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
            let named = limit.map { members.prefix($0) } ?? members[...]
            let more = members.count > named.count ? ", and \(members.count - named.count) more" : ""
            table.rows.append([
                "\(number + 1)", "\(group.count)",
                named.map { network.entity($0).name }.joined(separator: ", ") + more,
            ])
        }
        tables = [table]
    }
}
