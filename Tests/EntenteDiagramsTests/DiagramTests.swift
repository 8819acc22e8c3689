import Entente
import EntenteDiagrams
import Testing

@Suite struct DiagramTests {
    let a = Diagram.Node(id: "a", label: "A", kind: .person)
    let b = Diagram.Node(id: "b", label: "B", kind: .treaty)

    func code(_ body: () throws -> Diagram) -> DiagramError.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? DiagramError)?.code
        }
    }

    @Test func sortsItsParts() throws {
        let links = [
            Diagram.Link(id: "2", from: "b", to: "a", family: .contact),
            Diagram.Link(id: "1", from: "a", to: "b", family: .contact),
        ]
        let diagram = try Diagram(nodes: [b, a], links: links)
        #expect(diagram.nodes.map(\.id) == ["a", "b"])
        #expect(diagram.links.map(\.id) == ["1", "2"])
        #expect(try diagram == Diagram(nodes: [a, b], links: links.reversed()))
    }

    @Test func refusesWhatCannotBeDrawn() {
        #expect(code { try Diagram(nodes: [a, a]) } == .duplicateID)
        #expect(code { try Diagram(nodes: [Diagram.Node(id: "", label: "", kind: .topic)]) } == .invalidValue)
        let link = Diagram.Link(id: "1", from: "a", to: "b", family: .contact)
        #expect(code { try Diagram(nodes: [a], links: [link]) } == .unknownEnd)
        #expect(code { try Diagram(nodes: [a, b], links: [link, link]) } == .duplicateID)
        var citing = link
        citing.sources = [3]
        #expect(code { try Diagram(nodes: [a, b], links: [citing]) } == .unknownSource)
        citing.isUnsourced = true
        let source = Diagram.Source(number: 3, text: "S")
        #expect(code { try Diagram(nodes: [a, b], links: [citing], sources: [source]) } == .invalidValue)
        #expect(code { try Diagram(nodes: [a], sources: [source, source]) } == .duplicateID)
        var none = link
        none.multiplicity = 0
        #expect(code { try Diagram(nodes: [a, b], links: [none]) } == .invalidValue)
        #expect(code { try Diagram(nodes: [a], highlight: ["x"]) } == .unknownHighlight)
        let many = (0...Diagram.largestNodeCount).map { Diagram.Node(id: "\($0)", label: "", kind: .topic) }
        #expect(code { try Diagram(nodes: many) } == .tooLarge)
    }

    @Test func saysWhichEndIsUnknown() {
        let link = Diagram.Link(id: "l", from: "a", to: "zz", family: .contact)
        #expect {
            try Diagram(nodes: [a], links: [link])
        } throws: { error in
            "\(error)" == "link \"l\" ends at \"zz\", which is no node"
        }
    }

    @Test(
        arguments: [
            ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&c=2"),
            ("HTTP://example.org", "HTTP://example.org"), ("mailto:a@example.org", "mailto:a@example.org"),
            ("doi:10.1000/182", "https://doi.org/10.1000/182"), ("javascript:alert(1)", nil),
            ("data:text/html,x", nil),
            ("file:///etc/passwd", nil), ("//example.org", nil), ("http:example.org", nil), ("https://", nil),
            ("", nil),
            ("java\nscript:x", nil), (" https://example.org", nil), ("https://exa mple.org", nil),
            ("https://a\u{0}b", nil), ("https://a\u{202E}b", nil),
        ] as [(String, String?)]
    ) func allowsFourSchemesOnly(text: String, address: String?) {
        #expect(WebLink(text)?.address == address)
    }

    @Test func aDisputedLinkIsNeverSolid() {
        var link = Diagram.Link(id: "1", from: "a", to: "b", family: .contact)
        #expect(link.shownSupport == .stated)
        link.isDisputed = true
        #expect(link.shownSupport == .attributed)
        link.support = .alleged
        #expect(link.shownSupport == .alleged)
    }
}
