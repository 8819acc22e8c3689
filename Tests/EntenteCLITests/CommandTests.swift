import EntenteTestSupport
import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// What the command does when all is well.
@Suite struct CommandTests {
    static let graph = "Graphs/us-russia"

    @Test func checkFindsNoError() throws {
        let result = try Command.run(["check", Self.graph])
        #expect(result.status == 0)
        #expect(result.output.contains("0 errors"))
    }

    @Test("with one character of a file broken, check says exactly where")
    func brokenCharacter() throws {
        let folder = try TemporaryFolder()
        let source = SharedData.packageRoot.appendingPathComponent(Self.graph)
        let copy = folder.url.appendingPathComponent("graph")
        try FileManager.default.copyItem(at: source, to: copy)
        let file = copy.appendingPathComponent("global24-2025-08-07.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let lines = text.components(separatedBy: "\n")
        let line = try #require(lines.firstIndex { $0.contains("relation: supports") })
        var broken = lines
        broken[line] = lines[line].replacingOccurrences(of: "relation: supports", with: "relatiom: supports")
        try broken.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let result = try Command.run(["check", "graph"], in: folder.url)
        #expect(result.status == 1)
        let offset = lines[line].range(of: "relation:").map {
            lines[line].distance(from: lines[line].startIndex, to: $0.lowerBound)
        }
        let column = try #require(offset) + 1
        #expect(
            result.output.contains(
                "graph/global24-2025-08-07.yaml:\(line + 1):\(column): error: unknown key \"relatiom\""
            ),
            "\(result.output)"
        )
        #expect(result.output.contains("hint: did you mean \"relation\"?"))
    }

    @Test("YAML to JSON and back is the same graph") func roundTrip() throws {
        let folder = try TemporaryFolder()
        let one = try Command.run(["convert", Self.graph, folder.path("a.json")])
        #expect(one.status == 0, "\(one.errors)")
        let two = try Command.run(["convert", folder.path("a.json"), folder.path("b.yaml")])
        #expect(two.status == 0, "\(two.errors)")
        let three = try Command.run(["convert", folder.path("b.yaml"), folder.path("c.json")])
        #expect(three.status == 0, "\(three.errors)")
        #expect(try folder.text("a.json") == folder.text("c.json"))
        let before = try Command.run(["rank", Self.graph, "--format", "json"])
        let after = try Command.run(["rank", folder.path("b.yaml"), "--format", "json"])
        #expect(before.output == after.output)
    }

    @Test("the same question gives the same bytes", arguments: ["table", "markdown", "json", "csv"])
    func determinism(_ format: String) throws {
        for verb in [
            ["timeline"], ["rank", "--by", "pagerank"], ["ego", "Kremlin"], ["path", "Bolton", "Zelenskyy"],
        ] {
            let arguments = [verb[0], Self.graph] + verb.dropFirst() + ["--format", format]
            let one = try Command.run(arguments)
            let two = try Command.run(arguments)
            #expect(one.output == two.output)
            #expect(one.status == 0)
        }
    }

    @Test func jsonHasOneShape() throws {
        for verb in [
            ["show", "Kremlin"], ["claims", "Kremlin"], ["path", "Trump", "Putin"], ["ego", "Vance"],
            ["rank"], ["timeline", "Vance"],
        ] {
            let result = try Command.run([verb[0], Self.graph] + verb.dropFirst() + ["--format", "json"])
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
            )
            for key in ["schema", "question", "answer", "view", "excluded", "limits", "sources"] {
                #expect(object[key] != nil, "\(verb[0]) has no \(key)")
            }
            #expect(object["schema"] as? Int == 1)
        }
    }

    @Test func csvHasAHeader() throws {
        let result = try Command.run(["rank", Self.graph, "--format", "csv", "--top", "2"])
        #expect(result.output.hasPrefix("Rank,Entity,Kind,Degree,Ties\r\n1,Donald Trump,person,"))
    }

    @Test func helpHasAnExampleForEachVerb() throws {
        for verb in [
            "check", "show", "claims", "path", "why", "ego", "rank", "timeline", "status", "draw", "convert",
            "date",
            "schema",
        ] {
            let result = try Command.run([verb, "--help"])
            #expect(result.status == 0)
            #expect(result.output.contains("Example"), "\(verb)")
            #expect(result.output.contains("entente \(verb) "), "\(verb)")
        }
    }

    @Test func version() throws {
        let result = try Command.run(["--version"])
        #expect(result.status == 0)
        #expect(result.output.split(separator: ".").count == 3)
    }

    // MARK: Drawing

    @Test("a figure is well-formed, self-contained and the same twice") func draw() throws {
        let folder = try TemporaryFolder()
        let arguments = ["draw", Self.graph, "--ego", "New START", "--layout", "own"]
        let one = try Command.run(arguments + ["-o", folder.path("a.svg")])
        #expect(one.status == 0, "\(one.errors)")
        let two = try Command.run(arguments + ["-o", folder.path("b.svg")])
        #expect(two.status == 0)
        let text = try folder.text("a.svg")
        #expect(try text == folder.text("b.svg"))
        #expect(XMLParser(data: Data(text.utf8)).parse())
        #expect(text.contains("New START"))
        for forbidden in ["url(", "var(", "foreignObject", "<script", "javascript:"] {
            #expect(!text.contains(forbidden))
        }
    }

    @Test func drawsThePathAnswer() throws {
        let folder = try TemporaryFolder()
        let result = try Command.run(
            [
                "draw", Self.graph, "--path", "Galeotti", "Zelenskyy", "--layout", "own", "-o",
                folder.path("p.svg"),
            ])
        #expect(result.status == 0, "\(result.errors)")
        let text = try folder.text("p.svg")
        for name in ["Mark Galeotti", "Vladimir Putin", "Donald Trump", "Ukraine"] {
            #expect(text.contains(name))
        }
    }

    @Test func dotOfTheWholeGraph() throws {
        let folder = try TemporaryFolder()
        let result = try Command.run(["convert", Self.graph, folder.path("g.dot")])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.hasPrefix("note: DOT holds"))
        #expect(try folder.text("g.dot").contains("\"donald-trump\""))
    }

    @Test func nothingToDraw() throws {
        let folder = try TemporaryFolder()
        let result = try Command.run(
            ["draw", Self.graph, "--relation", "owns", "-o", folder.path("x.svg")])
        #expect(result.status == 2)
        #expect(result.errors.contains("there is nothing to draw"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    // MARK: Confidentiality

    @Test("what is confidential leaves by no way but the one asked for") func confidential() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            sources:
              - {id: mole, title: SECRETTITLE, url: "https://secret.example/x", confidential: true, note: SECRETNOTE}
              - {id: open, title: Open paper}
            entities:
              ann: {kind: person, name: Ann}
              bob: {kind: person, name: Bob}
              talker: {kind: person, name: SECRETSPEAKER}
            claims:
              - {id: SECRETID, source: mole, participants: [ann, bob], relation: met, when: 2019, locator: SECRETPLACE,
                 quote: SECRETQUOTE, attributedTo: [talker], modality: reported}
              - {id: o1, source: open, subject: ann, relation: praised, object: bob}
            """,
            to: "claims.yaml"
        )
        let verbs = [
            ["show", "ann"], ["claims", "ann"], ["path", "ann", "bob"], ["ego", "ann"], ["timeline"],
            ["rank"],
        ]
        for verb in verbs {
            for format in ["table", "markdown", "json", "csv"] {
                let result = try Command.run(
                    [verb[0], "claims.yaml"] + verb.dropFirst() + ["--format", format],
                    in: folder.url
                )
                #expect(!result.output.lowercased().contains("secret"), "\(verb) \(format): \(result.output)")
                #expect(!result.output.contains("mole"))
            }
        }
        for output in ["a.svg", "a.dot"] {
            _ = try Command.run(
                ["draw", "claims.yaml", "--layout", "own", "-o", output].filter {
                    output == "a.svg" || ($0 != "--layout" && $0 != "own")
                },
                in: folder.url
            )
            #expect(try !folder.text(output).lowercased().contains("secret"))
        }
        for output in ["a.json", "a2.yaml"] {
            let result = try Command.run(["convert", "claims.yaml", output], in: folder.url)
            #expect(result.status == 0, "\(result.errors)")
            #expect(try !folder.text(output).lowercased().contains("secret"), "\(output)")
        }
        let open = try Command.run(
            ["claims", "claims.yaml", "ann", "--include-confidential"],
            in: folder.url
        )
        #expect(open.output.contains("SECRETTITLE"))
    }
}
