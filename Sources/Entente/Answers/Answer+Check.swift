extension Answer {
    /// What is wrong with a graph, and what is worth a look.
    ///
    /// - Parameters:
    ///   - problems: what readers and validation found.
    ///   - graph: the graph, where it can be used at all.
    ///   - isStrict: whether a warning is a "no" too.
    public init(checking problems: [Problem], graph: ClaimGraph?, name: String, isStrict: Bool) {
        let lints = graph.map(Lints.init)
        let all = problems + (lints?.problems ?? [])
        self.init(
            verb: "check",
            arguments: [.init("graph", .string(name)), .init("strict", .bool(isStrict))],
            sources: SourceList(graph ?? ClaimGraph.empty)
        )
        let errors = all.filter { $0.severity == .error }.count
        let warnings = all.filter { $0.severity == .warning }.count
        isNo = errors > 0 || (isStrict && warnings > 0)
        if let graph {
            sentences.append(
                "\(name): \(Self.count(graph.claims.count, "claim")) from \(Self.count(graph.sources.count, "source")) about \(Self.count(graph.entities.count, "entity", "entities"))."
            )
        }
        sentences.append(
            "\(Self.count(errors, "error")), \(Self.count(warnings, "warning")), \(Self.count(all.count - errors - warnings, "note"))."
        )
        if let lints, lints.uncorroborated.all > 0 {
            sentences.append(
                "\(lints.uncorroborated.alone) of \(Self.count(lints.uncorroborated.all, "tie")) between actors \(lints.uncorroborated.alone == 1 ? "rests" : "rest") on one origin."
            )
        }
        notes = []
        value = .array(
            all.map { problem in
                .object([
                    "severity": .string(problem.severity.rawValue), "code": .string(problem.code),
                    "file": .optional(problem.location?.file),
                    "line": problem.location.map { .integer($0.line) } ?? .null,
                    "column": problem.location.map { .integer($0.column) } ?? .null,
                    "message": .string(problem.message), "hint": .optional(problem.hint),
                ])
            }
        )
        tables = [
            AnswerTable(
                columns: [
                    .init("Place"), .init("Severity"), .init("Message", isFlexible: true),
                    .init("Hint", isFlexible: true),
                ],
                rows: all.map { problem in
                    [
                        problem.location?.description ?? "", problem.severity.rawValue, problem.message,
                        problem.hint ?? "",
                    ]
                }
            )
        ]
        if all.isEmpty { tables = [] }
        self.problems = all
    }

    private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
}

extension ClaimGraph {
    /// A graph of nothing.
    package static let empty = ClaimGraph(
        information: Information(),
        vocabulary: .builtIn,
        ownRelations: [],
        entities: [],
        sources: [],
        claims: []
    )
}
