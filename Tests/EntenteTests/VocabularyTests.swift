import Entente
import Testing

@Suite("The built-in vocabulary")
struct VocabularyTests {
    let vocabulary = Vocabulary.builtIn

    @Test("has about sixty relations, more than one in each family")
    func size() {
        #expect((60...100).contains(vocabulary.relations.count))
        for family in RelationFamily.allCases {
            #expect(vocabulary.relations.count { $0.family == family } > 1, "\(family)")
        }
    }

    @Test(
        "has ids that are slugs, each once, and readings in both directions",
        arguments: Vocabulary.builtIn.relations
    )
    func readings(relation: Relation) {
        #expect(relation.id.allSatisfy { $0.isLowercase || $0 == "-" })
        #expect(!relation.reads.isEmpty && !relation.inverse.isEmpty)
        #expect(relation.arity == .directed || relation.reads == relation.inverse)
        #expect(relation.arity != .directed || relation.reads != relation.inverse)
        #expect((-1...1).contains(relation.valence))
        #expect(!relation.subjectKinds.isEmpty)
        #expect(relation.objectKinds.isEmpty == (relation.arity == .unary))
    }

    @Test("names only relations that exist, in a sense that fits", arguments: Vocabulary.builtIn.relations)
    func references(relation: Relation) {
        if let broader = relation.broader {
            #expect(vocabulary[broader] != nil)
            #expect(!vocabulary.isA(broader, relation.id), "\(relation.id) lies below itself")
        }
        for spell in [relation.begins, relation.ends].compactMap(\.self) {
            #expect(vocabulary[spell]?.time == .spell, "\(relation.id) begins or ends \(spell)")
            #expect(vocabulary[spell]?.arity == relation.arity)
            #expect(relation.time == .contact)
        }
        #expect(!relation.endsTreaty || relation.isMilestone)
    }

    @Test("knows special cases through all steps")
    func specialCases() {
        #expect(vocabulary.isA("phoned", "contacted"))
        #expect(vocabulary.isA("met", "met"))
        #expect(!vocabulary.isA("contacted", "phoned"))
        #expect(!vocabulary.isA("no-such", "met"))
        #expect(
            vocabulary.narrower(than: "spoke-with") == ["confronted", "met", "phoned", "spoke-with", "told"]
        )
    }

    @Test("has the milestones of treaties")
    func milestones() {
        for id in [
            "adopted", "signed", "ratified", "acceded", "entered-into-force", "extended",
            "declined-to-extend",
            "suspended", "resumed", "withdrawal-notified", "withdrew-from", "rejoined", "terminated",
            "expired",
            "ceased",
        ] {
            #expect(vocabulary[id]?.isMilestone == true, "\(id)")
        }
        #expect(
            Set(vocabulary.relations.filter(\.endsTreaty).map(\.id)) == ["terminated", "expired", "ceased"]
        )
        #expect(vocabulary["withdrew-from"]?.ends == "party-to")
    }

    @Test("a circle of broader relations is met with an end")
    func circle() {
        var own = Vocabulary([])
        func relation(_ id: String, broader: String) -> Relation {
            Relation(
                id: id,
                reads: id,
                inverse: "i",
                arity: .directed,
                subject: [.actor],
                object: [.actor],
                family: .contact,
                broader: broader
            )
        }
        own.add(relation("a", broader: "b"))
        own.add(relation("b", broader: "a"))
        #expect(own.isA("a", "b"))
        #expect(!own.isA("a", "c"))
    }

    @Test("kinds form a tree")
    func kinds() {
        #expect(EntityKind.person.isA(.actor) && EntityKind.person.isA(.person))
        #expect(!EntityKind.actor.isA(.person) && !EntityKind.venue.isActor)
        #expect(EntityKind.allCases.filter { !$0.isVertexByDefault } == [.topic, .document])
        #expect(EntityKind.treaty.plural == "treaties")
    }
}
