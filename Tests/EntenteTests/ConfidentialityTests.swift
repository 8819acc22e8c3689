import EDTF
import Entente
import Foundation
import Testing

@Suite("What is confidential leaves by no way")
struct ConfidentialityTests {
    /// Every string that must not be seen bears the mark "SECRET" in some case.
    private let test = TestGraph {
        person("a", "b", "c")
        venue("v")
        named("secret-speaker", .person, "Secret Speaker", aliases: ["secret alias"])
        named("secret-room", .venue, "Secret Room")
        named("bystander", .person, "Bystander")
        Part.source(
            Source(
                id: "secret-memo",
                title: "SECRET memo",
                publisher: "SECRET service",
                published: date("2018-05-05"),
                url: "https://secret.example",
                retrieved: date("2018-06-06"),
                archived: "https://secret.archive",
                sha256: "secretsha",
                isConfidential: true,
                note: "SECRET note",
                location: at(1)
            )
        )
        Part.source(source("open", derivedFrom: ["secret-memo"]))
        Part.source(source("confidential-a"))
        met("a", "b", when: "2018-07").by("secret-memo").id("secret-c1").at("v").with {
            $0.attributedTo = ["secret-speaker"]
            $0.modality = .reported
            $0.said = Claim.Utterance(when: date("2018-07"), venue: "secret-room")
            $0.via = "SECRET wire"
            $0.wording = "secretly met"
            $0.quote = "SECRET quote"
            $0.locator = "SECRET §1"
            $0.dateText = "SECRET day"
            $0.rankReason = "SECRET reason"
            $0.note = "SECRET note"
            $0.oneOf = "secret-tag"
        }
        met("b", "c", when: "2018-07-20").by("open").id("secret-c2").with {
            $0.isConfidential = true
            $0.quote = "SECRET quote"
            $0.attributedTo = ["secret-speaker"]
            $0.modality = .denied
            $0.about = [ClaimID(source: "secret-memo", local: "secret-c1")]
        }
        met("b", "c", when: "2018-07").by("open").id("c3").with {
            $0.via = "SECRET memo"
            $0.condition = nil
        }
        met("a", "c").by("open").id("c4").with {
            $0.condition = .claims([ClaimID(source: "secret-memo", local: "secret-c1")])
            $0.about = [ClaimID(source: "open", local: "secret-c2")]
        }
        met("a", "b", when: "2018-07").negative().by("confidential-a").id("c5")
    }

    @Test("no answer in any form, nor the graph itself, holds a word of it")
    func nothing() throws {
        let graph = try test.graph().withoutConfidentialParts()
        var view = View()
        view.modalities = Set(Claim.Modality.allCases)
        view.polarities = Set(Claim.Polarity.allCases)
        let network = Network(graph, view: view)
        var answers = [
            Answer(try network.claims(naming: ["a"])),
            Answer(try network.claims(naming: [])),
            try Answer(showing: "b", in: network),
            try Answer(timelineOf: [], in: network),
            Answer(try network.ego(of: "a", radius: 2)),
            Answer(try network.paths(from: "a", to: "c")),
            Answer(try network.ranking(by: .degree)),
            Answer(checking: [], graph: graph, name: "g", isStrict: false),
        ]
        answers.append(Answer(try Network(graph).paths(from: "a", to: "bystander")))
        for answer in answers {
            for format in AnswerFormat.allCases {
                let text = answer.rendered(as: format, width: 100)
                #expect(!text.lowercased().contains("secret"), "\(answer.verb) as \(format): \(text)")
            }
            for problem in answer.problems { #expect(!problem.rendered.lowercased().contains("secret")) }
        }
        for entity in graph.entities { #expect(!"\(entity)".lowercased().contains("secret")) }
        for source in graph.sources { #expect(!"\(source)".lowercased().contains("secret")) }
        var sources = SourceList(graph)
        let sentences = network.summaries(of: network.ties).flatMap {
            network.sentences(for: $0.claims, sources: &sources)
        }
        #expect(!sentences.isEmpty && !sentences.joined().lowercased().contains("secret"))
        #expect(NameIndex(graph).find("Secret Speaker") == .unknown(suggestion: nil))
    }

    @Test("the content stays, under other names that collide with none")
    func content() throws {
        let graph = try test.graph().withoutConfidentialParts()
        #expect(graph.hasConfidentialParts)
        #expect(graph.claims.count == 5)
        #expect(graph.sources.map(\.id) == ["confidential-a", "confidential-b", "open"])
        #expect(graph.source("confidential-b")?.title == "confidential source B")
        #expect(graph.source("confidential-b")?.published == nil)
        #expect(graph.source("open")?.derivedFrom == ["confidential-b"])
        #expect(
            graph.claims.map(\.id.description) == [
                "confidential-a/c5", "confidential-b/confidential-1", "open/c3", "open/c4",
                "open/confidential-1",
            ]
        )
        #expect(graph.claims[3].about.map(\.description) == ["open/confidential-1"])
        #expect(
            graph.claims[3].condition == .claims([ClaimID(source: "confidential-b", local: "confidential-1")])
        )
        #expect(graph.claims[2].via == "confidential-b")
        #expect(graph.entity("secret-speaker") == nil && graph.entity("secret-room") == nil)
        #expect(graph.entity("bystander") != nil, "what no claim ever named stays")
        #expect(graph.entity("v") != nil)
    }

    @Test("taking it out twice changes nothing more, and an open graph is left as it is")
    func twice() throws {
        let once = try test.graph().withoutConfidentialParts()
        let again = once.withoutConfidentialParts()
        #expect(again.claims.count == once.claims.count && again.sources.count == once.sources.count)
        let open = try TestGraph {
            person("a", "b")
            met("a", "b").with { $0.quote = "open" }
        }.graph()
        #expect(!open.hasConfidentialParts)
        #expect(open.withoutConfidentialParts().claims == open.claims)
    }

    @Test("origins are counted as before: a speaker who is hidden is still one speaker")
    func origins() throws {
        let graph = try TestGraph {
            person("a", "b", "p")
            met("a", "b").by("x").said(by: "p").with { $0.isConfidential = true }
            met("a", "b").by("y").said(by: "p").with { $0.isConfidential = true }
            met("a", "b").by("z").said(by: "p")
        }.graph()
        for graph in [graph, graph.withoutConfidentialParts()] {
            #expect(Network(graph).collapsed(by: .origins).strengths == [1])
        }
    }

    @Test("more confidential sources than letters")
    func letters() throws {
        let graph = try TestGraph {
            for number in 0..<30 {
                Part.source(source("s\(number + 10)").with { $0.isConfidential = true })
            }
        }.graph().withoutConfidentialParts()
        #expect(Set(graph.sources.map(\.title)).count == 30)
        #expect(graph.sources.contains { $0.id == "confidential-ad" && $0.title == "confidential source AD" })
    }
}
