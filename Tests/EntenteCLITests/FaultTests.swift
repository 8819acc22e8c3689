import EntenteTestSupport
import Foundation
import Testing

/// What a user sees when something is wrong: one clear message, the right exit status, no partial file.
@Suite struct FaultTests {
    static let small = """
        source: {id: s, title: A paper, published: 2020-05-01}
        entities:
          ann: {kind: person, name: Ann}
          bob: {kind: person, name: Bob}
          pact: {kind: treaty, name: The Pact}
        claims:
          - {id: c1, participants: [ann, bob], relation: met, when: 2019-03-04, locator: "p. 1"}
          - {id: c2, subject: ann, relation: signed, object: pact, when: 2019}
        """

    /// Runs `check` on a file with a text and expects an error that begins with a place.
    private func expectFault(_ text: String, at place: String, _ message: String, hint: String? = nil) throws
    {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "claims.yaml")
        let result = try Command.run(["path", "claims.yaml", "ann", "bob"], in: folder.url)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("claims.yaml:\(place): error: \(message)"), "\(result.errors)")
        if let hint { #expect(result.errors.contains("hint: \(hint)"), "\(result.errors)") }
        let check = try Command.run(["check", "claims.yaml"], in: folder.url)
        #expect(check.status == 1)
        #expect(check.output.contains("claims.yaml:\(place): error: \(message)"), "\(check.output)")
    }

    @Test func missingFile() throws {
        let result = try Command.run(["show", "no-such-folder", "ann"])
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("no-such-folder: error: "))
        #expect(result.errors.split(separator: "\n").count <= 2)
    }

    @Test func unknownKey() throws {
        try expectFault(
            Self.small.replacingOccurrences(of: "when: 2019-03-04", with: "wen: 2019-03-04"),
            at: "7:55",
            "unknown key \"wen\"",
            hint: "did you mean \"when\"?"
        )
    }

    @Test func unknownEntity() throws {
        try expectFault(
            Self.small.replacingOccurrences(of: "[ann, bob]", with: "[ann, bop]"),
            at: "7:34",
            "unknown entity \"bop\"",
            hint: "did you mean \"bob\"?"
        )
    }

    @Test func badDate() throws {
        try expectFault(
            Self.small.replacingOccurrences(of: "2019-03-04", with: "2019-13-04"),
            at: "7:66",
            "not a date in EDTF: month 13 does not exist"
        )
    }

    @Test func wrongKind() throws {
        try expectFault(
            Self.small.replacingOccurrences(of: "object: pact", with: "object: bob"),
            at: "8:54",
            "\"bob\" is a person, but the object of signed takes a treaty or a policy"
        )
    }

    @Test func duplicateID() throws {
        try expectFault(
            Self.small.replacingOccurrences(of: "id: c2", with: "id: c1"),
            at: "8:10",
            "claim id \"c1\" is used twice in source \"s\""
        )
    }

    @Test func circleOfSources() throws {
        let text = """
            sources:
              - {id: a, title: A, derivedFrom: [b]}
              - {id: b, title: B, derivedFrom: [a]}
            entities: {ann: {kind: person, name: Ann}, bob: {kind: person, name: Bob}}
            claims: [{id: c1, source: a, participants: [ann, bob], relation: met}]
            """
        let folder = try TemporaryFolder()
        try folder.write(text, to: "claims.yaml")
        let result = try Command.run(["check", "claims.yaml"], in: folder.url)
        #expect(result.status == 1)
        #expect(result.output.contains("sources are derived from one another in a circle: a → b → a"))
    }

    @Test func badYAML() throws {
        let folder = try TemporaryFolder()
        try folder.write("claims: [a, b", to: "claims.yaml")
        let result = try Command.run(["check", "claims.yaml"], in: folder.url)
        #expect(result.status == 1)
        #expect(result.output.contains("claims.yaml:1:"))
        #expect(result.output.contains("error: "))
    }

    @Test func notUTF8() throws {
        let folder = try TemporaryFolder()
        try Data([0x63, 0x3A, 0x20, 0xFF, 0x0A]).write(to: folder.url.appendingPathComponent("claims.yaml"))
        let result = try Command.run(["check", "claims.yaml"], in: folder.url)
        #expect(result.status == 1)
        #expect(result.output.contains("claims.yaml:1:4: error: "), "\(result.output)")
    }

    @Test func aliasBomb() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            text +=
                "a\(level): &a\(level) ["
                + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
        }
        let folder = try TemporaryFolder()
        try folder.write(text, to: "claims.yaml")
        let result = try Command.run(["check", "claims.yaml"], in: folder.url)
        #expect(result.status == 1)
        #expect(result.output.contains("error: "))
    }

    @Test func emptyFolder() throws {
        let folder = try TemporaryFolder()
        let result = try Command.run(["rank", "."], in: folder.url)
        #expect(result.status == 2)
        #expect(result.errors.contains("the folder has no claims files"))
    }

    @Test func allProblemsInOnePass() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Self.small.replacingOccurrences(of: "relation: met", with: "relation: mett"),
            to: "a.yaml"
        )
        try folder.write(
            "source: {id: t, title: T}\nclaims:\n  - {subject: zoe, relation: signed, object: pact}\n",
            to: "b.yaml"
        )
        let result = try Command.run(["check", "."], in: folder.url)
        #expect(result.status == 1)
        #expect(result.output.contains("unknown relation \"mett\""))
        #expect(result.output.contains("unknown entity \"zoe\""))
    }

    // MARK: Names and options

    @Test func misspeltName() throws {
        let result = try Command.run(["show", "Graphs/us-russia", "Donald Trumpp"])
        #expect(result.status == 2)
        #expect(
            result.errors
                == "error: no entity goes by \"Donald Trumpp\"\nhint: did you mean \"Donald Trump\"?\n"
        )
    }

    @Test func partOfAName() throws {
        let result = try Command.run(["show", "Graphs/us-russia", "Galeoti"])
        #expect(result.errors.contains("hint: did you mean \"Galeotti\"?"))
    }

    @Test func ambiguousName() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Self.small.replacingOccurrences(of: "name: Bob}", with: "name: Bob, aliases: [Smith]}")
                .replacingOccurrences(of: "name: Ann}", with: "name: Ann, aliases: [Smith]}"),
            to: "claims.yaml"
        )
        let result = try Command.run(["show", "claims.yaml", "smith"], in: folder.url)
        #expect(result.status == 2)
        #expect(result.errors.contains("\"smith\" may be any of 2 entities"))
        #expect(result.errors.contains("ann (person Ann), bob (person Bob)"))
    }

    @Test func badOptions() throws {
        let unknownKind = try Command.run(["rank", "Graphs/us-russia", "--kind", "persn"])
        #expect(unknownKind.status == 2)
        #expect(
            unknownKind.errors == "error: --kind does not know \"persn\"\nhint: did you mean \"person\"?\n"
        )
        let date = try Command.run(["rank", "Graphs/us-russia", "--as-of", "2018-13"])
        #expect(date.status == 2)
        #expect(date.errors.contains("--as-of 2018-13: month 13 does not exist"))
        let two = try Command.run(["rank", "Graphs/us-russia", "--as-of", "2018", "--during", "2019"])
        #expect(two.status == 2)
        #expect(two.errors.contains("one period"))
        let usage = try Command.run(["path", "Graphs/us-russia", "Trump"])
        #expect(usage.status == 64)
        #expect(usage.errors.contains("Missing expected argument"))
        let zero = try Command.run(["path", "Graphs/us-russia", "Trump", "Putin", "--k", "0"])
        #expect(zero.status == 64)
        let same = try Command.run(["path", "Graphs/us-russia", "Trump", "Donald Trump"])
        #expect(same.status == 2)
        #expect(same.errors.contains("named twice"))
    }

    // MARK: Output

    @Test func outputWhoseParentIsAFile() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.small, to: "claims.yaml")
        try folder.write("x", to: "file")
        let result = try Command.run(["convert", "claims.yaml", "file/out.json"], in: folder.url)
        #expect(result.status == 2)
        #expect(result.errors.hasPrefix("error: "))
        #expect(try folder.text("file") == "x")
    }

    @Test func outputOfUnknownForm() throws {
        let result = try Command.run(["draw", "Graphs/us-russia", "-o", "figure.xyz"])
        #expect(result.status == 2)
        #expect(result.errors.contains("does not tell the form of the figure"))
    }

    @Test("a full disk, as a limit on the size of files") func fullDisk() throws {
        let folder = try TemporaryFolder()
        try folder.write("old", to: "out.json")
        let graph = SharedData.packageRoot.appendingPathComponent("Graphs/us-russia").path
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [
            "-c", "ulimit -f 8; trap '' XFSZ; exec \"$0\" convert \"$1\" out.json", Command.executable.path,
            graph,
        ]
        shell.currentDirectoryURL = folder.url
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 2, "\(text)")
        #expect(text.hasPrefix("error: "), "\(text)")
        #expect(try folder.text("out.json") == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out.json"])
    }

    @Test func closedPipe() throws {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [
            "-c", "{ \"$0\" timeline Graphs/us-russia; echo $? >&2; } | head -n 1 >/dev/null",
            Command.executable.path,
        ]
        shell.currentDirectoryURL = SharedData.packageRoot
        let errors = Pipe()
        shell.standardError = errors
        try shell.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        #expect(text == "0\n")
    }
}
