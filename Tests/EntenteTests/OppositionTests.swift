import EDTF
import Entente
import Testing

@Suite("Opposition: what is said against a claim")
struct OppositionTests {
    /// The claims against `own` in a view, by default as usual.
    private func against(
        _ own: Claim,
        _ others: Claim...,
        view change: (inout View) throws -> Void = { _ in }
    ) throws -> [String] {
        try TestGraph {
            person("a", "b", "c")
            treaty("t")
            venue("v", "w")
            topic("x", "y")
            event("e", "f")
            own.id("own")
            others
        }.network(change).against("own")
    }

    private let own = met("a", "b", when: "2018-07")

    @Test("a negative, an unproven and a denied claim of the same, though no filter takes them")
    func kinds() throws {
        #expect(try against(own, met("b", "a", when: "2018-07").negative()) == ["c2"])
        #expect(try against(own, met("b", "a", when: "2018-07").with { $0.polarity = .unproven }) == ["c2"])
        #expect(try against(own, met("b", "a", when: "2018-07").said(by: "a", as: .denied)) == ["c2"])
        #expect(try against(own, met("a", "b", when: "2018-07").said(by: "c", as: .alleged)) == [])
        // To deny that they did not meet is to say that they did.
        #expect(try against(own, met("a", "b", when: "2018-07").negative().said(by: "a", as: .denied)) == [])
    }

    @Test("a negated broader relation stands against a narrower one, not the other way round")
    func broader() throws {
        let silent = claim("spoke-with", .symmetric(["a", "b"]), .when(date("2018")))
        #expect(try against(own, silent.negative()) == ["c2"])
        #expect(try against(silent, own.id("").negative()) == [])
        // Also where the one is directed and the other symmetric, whatever the order of ids.
        #expect(try against(claim("b", "told", "a", when: "2018"), silent.negative()) == ["c2"])
        #expect(try against(claim("a", "told", "b", when: "2018"), silent.negative()) == ["c2"])
    }

    @Test("direction matters where the relation has one")
    func direction() throws {
        let told = claim("a", "told", "b", when: "2018")
        #expect(try against(told, claim("a", "told", "b", when: "2018").negative()) == ["c2"])
        #expect(try against(told, claim("b", "told", "a", when: "2018").negative()) == [])
    }

    @Test("other ends, another time, another happening, other venues or matters, a plan: no opposition")
    func scope() throws {
        let no = met("a", "b", when: "2018-07").negative()
        #expect(try against(own, met("a", "c", when: "2018-07").negative()) == [])
        #expect(try against(own, met("a", "b", when: "2018-08").negative()) == [])
        #expect(try against(own, met("a", "b", when: "2018-07-16").negative()) == ["c2"])
        #expect(try against(own.on("e"), no.on("f")) == [])
        #expect(try against(own.on("e"), no.on("e")) == ["c2"])
        #expect(try against(own.on("e"), no) == ["c2"])
        #expect(try against(own.at("v"), no.at("w")) == [])
        #expect(try against(own.at("v", "w"), no.at("w")) == ["c2"])
        #expect(try against(own.about("x"), no.about("y")) == [])
        #expect(try against(own, no.about("y")) == ["c2"])
        #expect(try against(own, no.status(.scheduled)) == [])
        #expect(try against(own, no.with { $0.condition = .text("all goes well") }) == [])
    }

    @Test("an undated denial may speak of any time of its source's horizon")
    func undated() throws {
        #expect(try against(own, met("a", "b").negative()) == ["c2"])
        let early = TestGraph {
            person("a", "b")
            Part.source(source("early", published: "2017"))
            own.id("own")
            met("a", "b").negative().by("early")
        }
        #expect(try early.network().against("own") == [], "published before it happened")
    }

    @Test("a meeting of three is denied pair by pair")
    func pairs() throws {
        #expect(
            try against(met("a", "b", "c", when: "2018"), met("b", "c", when: "2018").negative()) == ["c2"]
        )
        #expect(try against(own, met("a", "b", "c", when: "2018-07").negative()) == ["c2"])
    }

    @Test("a claim about a claim: contradicted, not believed; but not accepted")
    func about() throws {
        let it = ClaimID(source: "s", local: "own")
        func verdict(_ relation: String, _ change: (inout Claim) -> Void = { _ in }) throws -> [String] {
            try against(own, claim("c", relation, "b", when: "2025").with { $0.about = [it] }.with(change))
        }
        #expect(try verdict("contradicted") == ["c2"])
        #expect(try verdict("contradicted") { $0.polarity = .negative } == [])
        #expect(try verdict("accepted") == [])
        #expect(try verdict("accepted") { $0.polarity = .negative } == ["c2"])
        #expect(try verdict("concluded") { $0.polarity = .unproven } == ["c2"])
    }

    @Test("only the view's sources count, whatever else it leaves out")
    func sources() throws {
        let other = met("a", "b", when: "2018-07").negative().by("z")
        #expect(try against(own, other) == ["c2"])
        #expect(try against(own, other) { $0.sources = ["s"] } == [])
        #expect(try against(own, other) { $0.families = [.contact] } == ["c2"])
        #expect(try against(own, other.with { $0.rank = .deprecated }) == [])
        #expect(try against(own, other) { $0.period = .asOf(date("2018-07-31")) } == ["c2"])
    }

    @Test("where negative claims are asked for, what affirms stands against them")
    func negativeViews() throws {
        func against(_ own: Claim, _ others: Claim...) throws -> JSONValue? {
            try TestGraph {
                person("a", "b")
                own.negative().id("own")
                others
            }.network { $0.polarities = [.negative] }.rows("disputedBy")["own"]
        }
        #expect(
            try against(own, met("a", "b", when: "2018-07-16"), met("a", "b", when: "2019"))
                == .strings(["s/c2"])
        )
        // A narrower relation that is affirmed contradicts a broader one that is negated.
        let spoke = claim("spoke-with", .symmetric(["a", "b"]), .when(date("2018")))
        #expect(try against(spoke, met("a", "b", when: "2018-07")) == .strings(["s/c2"]))
        #expect(try against(own, claim("spoke-with", .symmetric(["a", "b"]), .when(date("2018")))) == .null)
    }

    @Test("edges and support say that they are disputed")
    func disputed() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2018")
            met("a", "b", when: "2018").negative()
            met("b", "c", when: "2018")
        }.network()
        #expect(network.edges.map(\.isDisputed) == [true, false])
        let path = try #require(try network.paths(from: "a", to: "c").paths.first)
        #expect(path.support.isDisputed)
        #expect(path.support.text == "asserted, 1 origin, disputed")
        #expect(path.support.strength == .attributed)
    }
}

@Suite("Support: how well it is borne out")
struct SupportTests {
    private func origins(_ sources: [Source], _ claims: [Claim]) throws -> Int {
        let network = try TestGraph {
            person("a", "b", "p", "q")
            for source in sources { Part.source(source) }
            claims
        }.network()
        return Int(network.collapsed(by: .origins).strengths[0])
    }

    private func said(_ source: String, _ speakers: String...) -> Claim {
        met("a", "b", when: "2018").by(source).with {
            if !speakers.isEmpty { $0.modality = .reported }
            $0.attributedTo = speakers
        }
    }

    @Test("repetition is no corroboration: origins are counted, not claims")
    func counting() throws {
        #expect(try origins([], [said("x"), said("x")]) == 1)
        #expect(try origins([], [said("x"), said("y")]) == 2)
        // Two outlets report the same speaker; another quotes him through somebody.
        #expect(try origins([], [said("x", "p"), said("y", "p"), said("z", "q", "p")]) == 1)
        #expect(try origins([], [said("x", "p"), said("y", "q")]) == 2)
    }

    @Test("a source that is derived from another stands for it")
    func derived() throws {
        let sources = [
            source("wire"), source("x", derivedFrom: ["wire"]), source("y", derivedFrom: ["x"]),
            source("both", derivedFrom: ["wire", "other"]), source("other"),
        ]
        #expect(try origins(sources, [said("x"), said("y"), said("wire")]) == 1)
        #expect(try origins(sources, [said("x", "p"), said("y")]) == 1, "the wire, not the speaker")
        #expect(try origins(sources, [said("both")]) == 2)
    }

    @Test("the wire that a claim cites goes before its source: by id, by title, by name")
    func via() throws {
        let sources = [
            source("wire", derivedFrom: ["root"]), source("root"), source("x"), source("y"), source("z"),
        ]
        func cites(_ source: String, _ wire: String) -> Claim { said(source).with { $0.via = wire } }
        #expect(
            try origins(sources, [cites("x", "wire"), cites("y", "root"), cites("z", "Title of root")]) == 1
        )
        #expect(try origins(sources, [cites("x", "TASS"), cites("y", "Tass")]) == 1)
        #expect(try origins(sources, [cites("x", "TASS"), cites("y", "AP")]) == 2)
    }

    @Test("a path is as weak as its weakest hop")
    func weakest() throws {
        let network = try TestGraph {
            person("a", "b", "c", "d")
            met("a", "b").said(by: "c")
            met("b", "c").with { $0.basis = .implied }.by("x")
            met("b", "c").by("y")
            met("c", "d").said(as: .opinion)
        }.network()
        let path = try #require(try network.paths(from: "a", to: "d").paths.first)
        #expect(path.hops.map(\.support.modality) == [.reported, .asserted, .opinion])
        #expect(path.hops[1].support.origins == 2)
        #expect(path.hops[1].support.basis == .stated, "that of the best edge")
        #expect(path.support == Support(modality: .opinion, origins: 1, isDisputed: false))
        #expect(
            path.support.and(Support(modality: .asserted, origins: 3, isDisputed: true, basis: .computed))
                .text
                == "opinion, 1 origin, computed, disputed"
        )
        #expect(path.support.strength == .alleged)
    }
}
