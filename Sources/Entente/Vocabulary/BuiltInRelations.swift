/// The built-in vocabulary, family by family.
///
/// It is kept small on purpose: a claim keeps its source's own verb in `wording`, so a relation is needed only
/// where something follows from it. Milestones and their meaning follow the Vienna Convention on the Law of
/// Treaties (1969), articles 10-18 and 54-62. Valence is that of the tie between the two ends.
enum BuiltInRelations {
    static let all: [Relation] =
        contact + role + structure + alignment + conflict + measure + treatyStatus + speech + stance + event
        + epistemic

    static let any = EntityKind.allCases
    static let actor: [EntityKind] = [.actor]
    static let place: [EntityKind] = [.venue, .state]
    static let instrument: [EntityKind] = [.treaty, .policy]

    static func symmetric(
        _ id: String,
        _ reads: String,
        _ kinds: [EntityKind],
        _ family: RelationFamily,
        valence: Int = 0,
        time: Relation.Time = .contact,
        begins: String? = nil,
        ends: String? = nil,
        broader: String? = nil,
        projection: Relation.Projection = .all
    ) -> Relation {
        Relation(
            id: id,
            reads: reads,
            inverse: reads,
            arity: .symmetric,
            subject: kinds,
            object: kinds,
            family: family,
            valence: valence,
            time: time,
            begins: begins,
            ends: ends,
            broader: broader,
            projection: projection
        )
    }

    static func directed(
        _ id: String,
        _ reads: String,
        _ inverse: String,
        _ subject: [EntityKind],
        _ object: [EntityKind],
        _ family: RelationFamily,
        valence: Int = 0,
        time: Relation.Time = .contact,
        begins: String? = nil,
        ends: String? = nil,
        once: Bool = false,
        single: Bool = false,
        compares: [String] = [],
        milestone: Bool = false,
        endsTreaty: Bool = false,
        broader: String? = nil
    ) -> Relation {
        Relation(
            id: id,
            reads: reads,
            inverse: inverse,
            arity: .directed,
            subject: subject,
            object: object,
            family: family,
            valence: valence,
            time: time,
            begins: begins,
            ends: ends,
            isOnceOnly: once,
            isSingleValued: single,
            compares: compares,
            isMilestone: milestone,
            endsTreaty: endsTreaty,
            broader: broader
        )
    }

    static let contact: [Relation] = [
        symmetric("contacted", "was in contact with", actor, .contact),
        symmetric("spoke-with", "spoke with", actor, .contact, broader: "contacted"),
        symmetric("met", "met", actor, .contact, broader: "spoke-with"),
        symmetric("phoned", "spoke by phone with", actor, .contact, broader: "spoke-with"),
        directed("told", "told", "was told by", actor, actor, .contact, broader: "spoke-with"),
        directed(
            "confronted",
            "confronted",
            "was confronted by",
            actor,
            actor,
            .contact,
            valence: -1,
            broader: "spoke-with"
        ),
        directed(
            "hosted",
            "hosted",
            "was hosted by",
            actor,
            [.actor, .event],
            .contact,
            broader: "contacted"
        ),
        directed("visited", "visited", "was visited by", actor, place, .contact),
    ]

    static let role: [Relation] = [
        directed(
            "holds-office",
            "holds office in",
            "has as office holder",
            [.person],
            [.organization, .state, .group],
            .role,
            time: .spell
        ),
        directed(
            "took-office",
            "took office in",
            "has as new office holder",
            [.person],
            [.organization, .state, .group],
            .role,
            begins: "holds-office"
        ),
        directed(
            "left-office",
            "left office in",
            "was left by office holder",
            [.person],
            [.organization, .state, .group],
            .role,
            ends: "holds-office"
        ),
        directed("adviser-to", "advises", "is advised by", [.person], actor, .role, time: .spell),
        directed("envoy-of", "is envoy of", "has as envoy", [.person, .group], actor, .role, time: .spell),
        directed("works-for", "works for", "employs", [.person, .group], actor, .role, time: .spell),
    ]

    static let structure: [Relation] = [
        directed("part-of", "is part of", "has as part", any, any, .structure, time: .spell),
        directed(
            "located-in",
            "is located in",
            "is the place of",
            [.venue, .state, .organization, .group, .event],
            place,
            .structure,
            time: .spell
        ),
        directed(
            "member-of",
            "is a member of",
            "has as member",
            actor,
            [.organization, .group],
            .structure,
            time: .spell
        ),
        directed(
            "joined",
            "joined",
            "was joined by",
            actor,
            [.organization, .group],
            .structure,
            begins: "member-of"
        ),
        directed(
            "left",
            "left",
            "was left by",
            actor,
            [.organization, .group],
            .structure,
            ends: "member-of"
        ),
        directed(
            "delegation-of",
            "is a delegation of",
            "is represented by",
            [.group, .organization],
            [.state, .organization],
            .structure,
            time: .spell
        ),
        symmetric("same-as", "is the same as", any, .structure, time: .spell),
        // That two are not the same ties them to nothing.
        symmetric("different-from", "is not the same as", any, .structure, time: .spell, projection: []),
        directed(
            "realised-by",
            "was realised by",
            "realised",
            [.event, .policy, .treaty],
            [.event, .policy, .treaty],
            .structure,
            time: .spell
        ),
        directed("precedes", "came before", "came after", [.event], [.event], .structure, time: .spell),
        directed(
            "owns",
            "owns",
            "is owned by",
            actor,
            [.organization],
            .structure,
            time: .spell,
            compares: ["percent"]
        ),
    ]

    static let alignment: [Relation] = [
        symmetric("allied-with", "is allied with", actor, .alignment, valence: 1, time: .spell),
        symmetric("has-relations-with", "has relations with", actor, .alignment, time: .spell),
        symmetric(
            "established-relations-with",
            "established relations with",
            actor,
            .alignment,
            valence: 1,
            begins: "has-relations-with"
        ),
        symmetric(
            "suspended-relations-with",
            "suspended relations with",
            actor,
            .alignment,
            valence: -1,
            ends: "has-relations-with"
        ),
        directed("recognised", "recognised", "was recognised by", actor, actor, .alignment, valence: 1),
        symmetric("cooperates-with", "cooperates with", actor, .alignment, valence: 1, time: .spell),
        symmetric("agreed-with", "agreed with", actor, .alignment, valence: 1),
    ]

    static let conflict: [Relation] = [
        directed(
            "attacked",
            "attacked",
            "was attacked by",
            actor,
            [.actor, .venue, .event],
            .conflict,
            valence: -1
        ),
        directed(
            "invaded",
            "invaded",
            "was invaded by",
            actor,
            place,
            .conflict,
            valence: -1,
            broader: "attacked"
        ),
        directed("annexed", "annexed", "was annexed by", actor, place, .conflict, valence: -1),
        directed(
            "interfered-in",
            "interfered in",
            "was interfered in by",
            actor,
            [.event, .actor],
            .conflict,
            valence: -1
        ),
        directed(
            "cyber-attacked",
            "made a cyber attack on",
            "was the target of a cyber attack by",
            actor,
            actor,
            .conflict,
            valence: -1,
            broader: "attacked"
        ),
        symmetric("colluded-with", "colluded with", actor, .conflict),
    ]
}
