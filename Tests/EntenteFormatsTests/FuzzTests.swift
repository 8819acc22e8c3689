import Entente
import EntenteFormats
import EntenteTestSupport
import Foundation
import Testing

/// Damaged files: reading them never traps, always says where, and reading in parts agrees with reading at once.
@Suite struct FuzzTests {
    /// Files that are damaged: the shipped graph's where it is present, and some that use all of YAML that is read.
    static let seeds: [String] = {
        var texts = [
            header + """
                  - id: c1   # a comment: with a colon
                    subject: ann
                    relation: told
                    object: bob
                    when: [2018-07..2018-08]
                    note: >-
                      A folded text,
                        with [brackets: and more

                      and two parts
                    quote: |
                      - not a list
                      {not a map
                  - {id: c2, participants: [ann, bob], relation: met, when: "2018-07-16",
                     quote: 'it''s "so"', note: "a \\u00e9
                       b"}
                  - subject: pact
                    relation: expired
                    from: %2018
                    note: plain text
                      on two lines

                """,
            """
            sources:
            - id: s
              title: A
            - {id: t, title: B, note: &n {a: b}}
            entities:
              ann: {kind: person, name: Ann}
            claims:
            - {id: c1, subject: ann, relation: announced, object: ann, source: t}
            - id: c2
              source: s
              subject: ann
              relation: supports
              object: ann
              observed: ?2018
            """,
        ]
        if GraphFolder.exists,
            let names = try? FileManager.default.contentsOfDirectory(atPath: GraphFolder.path)
        {
            for name in names.sorted() where name.hasSuffix(".yaml") {
                let text = try? String(contentsOfFile: GraphFolder.path + "/" + name, encoding: .utf8)
                // The first part of each is enough, and keeps the test quick.
                texts.append(String((text ?? "").prefix(3000)))
            }
        }
        return texts
    }()

    private static let fragments: [[UInt8]] =
        [
            "[", "]", "{", "}", ":", ": ", "- ", "-", "\n", "\r\n", "\r", "\t", " ", "  ", "'", "\"", "#",
            " #", "&a ", "*a",
            "!t ", "|\n", ">\n", "%", "@", "`", "?", "? ", "---\n", "...\n", ",", "\\", "\u{2028}",
            "\u{FEFF}", "é", "\u{0}",
            "claims:\n", "source: ", "\n- ", "\n  - ", "{id: c1, id: c2}", "when: [", "~", "null", "<<: ",
            "\u{85}",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    private static func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        for _ in 0...random.below(4) {
            let at = random.below(bytes.count + 1)
            switch random.below(5) {
            case 0: bytes.insert(contentsOf: random.pick(fragments), at: at)
            case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.below(6)))
            case 2: bytes.replaceSubrange(at..<min(bytes.count, at + 1), with: random.pick(fragments))
            case 3: bytes.removeSubrange(at...)
            default:
                let end = min(bytes.count, at + random.below(200))
                bytes.insert(contentsOf: bytes[at..<end], at: random.below(bytes.count + 1))
            }
            if bytes.isEmpty { break }
        }
        return bytes
    }

    /// `ENTENTE_FUZZ=20` makes it twenty times as many.
    private static let rounds =
        120 * (ProcessInfo.processInfo.environment["ENTENTE_FUZZ"].flatMap { Int($0) } ?? 1)

    private static let inParts: ReadingLimits = {
        var limits = ReadingLimits()
        (limits.whole, limits.part) = (0, 1)
        return limits
    }()

    @Test(arguments: seeds.indices) func damagedFiles(_ index: Int) {
        let seed = Array(Self.seeds[index].utf8)
        var random = SplitMix64(UInt64(index))
        for round in 0..<Self.rounds {
            let bytes = round == 0 ? seed : Self.damaged(seed, &random)
            let result = GraphReader.read(bytes: bytes, named: "g.yaml")
            check(result, bytes, "seed \(index), round \(round)")

            let parts = GraphReader.read(bytes: bytes, named: "g.yaml", limits: Self.inParts)
            check(parts, bytes, "seed \(index), round \(round), in parts")
            #expect(
                (parts.graph == nil) == (result.graph == nil),
                "seed \(index), round \(round): \(result.rendered) \(String(decoding: bytes, as: UTF8.self))"
            )
            if !result.problems.contains(where: { $0.code == "yaml-syntax" || $0.code == "key-not-text" }) {
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(parts.rendered == result.rendered, "seed \(index), round \(round): \(text)")
            }
            if let graph = result.graph {
                #expect(
                    parts.graph.map(GraphContent.init) == GraphContent(graph),
                    "seed \(index), round \(round)"
                )
            }
        }
    }

    @Test(arguments: 0..<6) func damagedJSON(_ index: Int) throws {
        let graph = try #require(try RandomGraph.draft(seed: UInt64(index)).validated().graph)
        let seed = Array(try ClaimsJSONWriter.text(of: graph).utf8.prefix(6000))
        var random = SplitMix64(UInt64(index) + 1000)
        for round in 0..<150 {
            let bytes = Self.damaged(seed, &random)
            let result = GraphReader.read(bytes: bytes, named: "g.json")
            check(result, bytes, "seed \(index), round \(round)")
            // Foundation accepts what this reader does, and refuses what is no JSON.
            if result.problems.contains(where: { $0.code == "json-syntax" }) == false,
                !result.problems.contains(where: {
                    ["not-utf8", "control-character", "nested-too-deep"].contains($0.code)
                })
            {
                var text = bytes
                if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
                #expect(
                    (try? JSONSerialization.jsonObject(with: Data(text))) != nil,
                    "seed \(index), round \(round)"
                )
            }
        }
    }

    @Test(arguments: 0..<4) func randomBytes(_ index: Int) {
        var random = SplitMix64(UInt64(index) + 77)
        for round in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<random.below(60) { bytes += random.pick(Self.fragments) }
            let name = index.isMultiple(of: 2) ? "g.yaml" : "g.json"
            check(GraphReader.read(bytes: bytes, named: name), bytes, "seed \(index), round \(round)")
        }
    }

    /// Every problem has a message and, but for notes of the whole, a place that is in the file.
    private func check(_ result: ReadResult, _ bytes: [UInt8], _ trace: String) {
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }.count
        #expect(result.graph != nil || result.problems.contains { $0.severity == .error }, "\(trace)")
        for problem in result.problems {
            #expect(!problem.message.isEmpty, "\(trace)")
            guard problem.code != "names-not-checked" else { continue }
            guard let place = problem.location else {
                Issue.record("no place: \(problem.rendered); \(trace)")
                continue
            }
            #expect(place.line <= lines, "\(trace): \(problem.rendered)")
            #expect(place.line > 0 || problem.code == "empty-file", "\(trace): \(problem.rendered)")
            let width = problem.sourceLine?.unicodeScalars.count ?? 0
            #expect(place.column <= width + 1, "\(trace): \(problem.rendered)")
        }
        _ = result.rendered
    }
}
