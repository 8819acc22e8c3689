import Entente
import EntenteDiagrams
import EntenteTestSupport
import Foundation
import Testing

@Suite struct DOTTests {
    static let dot = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test func writesNodesAndLinks() throws {
        let diagram = try Diagram(
            title: "T",
            nodes: [
                Diagram.Node(id: "new-start", label: "New START", kind: .treaty),
                Diagram.Node(id: "b\"\\", label: "Volodymyr Zelenskyy", kind: .person),
            ],
            links: [
                Diagram.Link(
                    id: "c1",
                    from: "b\"\\",
                    to: "new-start",
                    family: .treatyStatus,
                    isDirected: true,
                    label: ["signed", "2010-04-08"],
                    relation: "signed",
                    dates: "2010-04-08",
                    sources: [1],
                    href: WebLink("https://example.org/?a=1&b=2")
                )
            ],
            sources: [Diagram.Source(number: 1, text: "S")]
        )
        let text = diagram.dot()
        #expect(text.contains("digraph \"entente\" {"))
        #expect(text.contains("  \"new-start\" [id=\"ent-n2\", label=\"New START\""))
        #expect(text.contains("label=\"Volodymyr\\nZelenskyy\""))
        #expect(text.contains("  \"b\\\"\\\\\" -> \"new-start\" [key=\"c1\", id=\"ent-e1\""))
        #expect(text.contains("ent_kind=\"treaty\""))
        #expect(
            text.contains(
                "ent_from=\"b\\\"\\\\\", ent_to=\"new-start\", ent_type=\"signed\", ent_src=\"1\", ent_dates=\"2010-04-08\""
            )
        )
        #expect(text.contains("URL=\"https://example.org/?a=1&amp;b=2\""))
        #expect(!text.contains(" pos="))
        #expect(text == diagram.dot())
    }

    /// Runs a program on a text, its output read while it writes.
    func run(_ arguments: [String], on input: String) throws -> (
        status: Int32, output: String, errors: String
    ) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
        try Data(input.utf8).write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.dot))
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try String(contentsOf: files[1], encoding: .utf8),
            try String(contentsOf: files[2], encoding: .utf8)
        )
    }

    @Test(.enabled(if: dot != nil, "needs Graphviz' dot"), arguments: ["presidents", "hostile", "network"])
    func graphvizAcceptsIt(name: String) async throws {
        let diagram =
            switch name {
            case "presidents": try SampleDiagrams.presidents()
            case "hostile": try SVGTests.hostileDiagram()
            default: try SampleDiagrams.network(nodes: 30, links: 45, seed: 2)
            }
        let text = diagram.dot()
        let canonical = try run(["-Tcanon"], on: text)
        #expect(canonical.status == 0 && canonical.errors == "")
        #expect(canonical.output.matches(of: /ent_kind=/).count == diagram.nodes.count)
        #expect(canonical.output.matches(of: /ent_from=/).count == diagram.links.count)
        let drawn = try run(["-Tsvg"], on: text)
        #expect(drawn.status == 0 && drawn.errors == "")
        #expect(SVGReader(drawn.output) != nil, "Graphviz' own SVG is well-formed")
    }

    @Test(.enabled(if: dot != nil, "needs Graphviz' dot")) func positionsAreKept() async throws {
        let drawing = try await SampleDiagrams.presidents().drawing(LayoutOptions(engine: .own, starts: 1))
        let text = drawing.dot(DOTOptions(includesPositions: true))
        let plain = try run(["-Kneato", "-n2", "-Tplain"], on: text)
        #expect(plain.status == 0 && plain.errors == "")
        let lines = plain.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        func place(_ id: String) throws -> (x: Double, y: Double) {
            let line = try #require(lines.first { $0[0] == "node" && $0[1] == id })
            return (try #require(Double(line[2])) * 72, try #require(Double(line[3])) * 72)
        }
        let (trump, putin) = (try place("trump"), try place("putin"))
        let (one, two) = (
            try #require(drawing.center(of: "trump")), try #require(drawing.center(of: "putin"))
        )
        #expect(abs((trump.x - putin.x) - (one.x - two.x)) < 1)
        #expect(abs((trump.y - putin.y) + (one.y - two.y)) < 1)
    }
}
