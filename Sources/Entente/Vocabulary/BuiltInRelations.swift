/// The built-in vocabulary, family by family.
///
/// It is kept small on purpose: a claim keeps its source's own verb in `wording`, so a relation is needed only
/// where something follows from it. Milestones and their meaning follow the Vienna Convention on the Law of
/// Treaties (1969), articles 10-18 and 54-62. Valence is that of the tie between the two ends.
enum BuiltInRelations {
    static let all: [Relation] =
        contact + role + structure + alignment + conflict + measure + treatyStatus + speech + stance + event
        + epistemic

    private static let any = EntityKind.allCases
    private static let actor: [EntityKind] = [.actor]
    private static let place: [EntityKind] = [.venue, .state]
    private static let instrument: [EntityKind] = [.treaty, .policy]

    private static func symmetric(
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

    private static func directed(
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

    private static let contact: [Relation] = [
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

    private static let role: [Relation] = [
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

    private static let structure: [Relation] = [
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

    private static let alignment: [Relation] = [
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

    private static let conflict: [Relation] = [
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

    private static let measure: [Relation] = [
        directed(
            "imposed",
            "imposed",
            "was imposed by",
            actor,
            [.policy],
            .measure,
            compares: ["percent", "day"],
            milestone: true
        ),
        directed("maintained", "kept up", "was kept up by", actor, [.policy], .measure, time: .spell),
        directed(
            "lifted",
            "lifted",
            "was lifted by",
            actor,
            [.policy],
            .measure,
            ends: "maintained",
            milestone: true
        ),
        directed(
            "targets",
            "targets",
            "is a target of",
            instrument,
            [.actor, .venue, .policy],
            .measure,
            valence: -1,
            time: .spell,
            compares: ["percent"]
        ),
    ]

    private static func milestone(
        _ id: String,
        _ reads: String,
        _ inverse: String,
        valence: Int = 0,
        begins: String? = nil,
        ends: String? = nil,
        once: Bool = false,
        endsTreaty: Bool = false
    ) -> Relation {
        directed(
            id,
            reads,
            inverse,
            actor,
            instrument,
            .treatyStatus,
            valence: valence,
            begins: begins,
            ends: ends,
            once: once,
            milestone: true,
            endsTreaty: endsTreaty
        )
    }

    private static func end(_ id: String, _ reads: String, endsTreaty: Bool) -> Relation {
        Relation(
            id: id,
            reads: reads,
            inverse: reads,
            arity: .unary,
            subject: instrument,
            object: [],
            family: .treatyStatus,
            isOnceOnly: true,
            isMilestone: true,
            endsTreaty: endsTreaty
        )
    }

    private static let treatyStatus: [Relation] = [
        milestone("adopted", "adopted", "was adopted by", valence: 1, once: true),
        milestone("signed", "signed", "was signed by", valence: 1, once: true),
        milestone("ratified", "ratified", "was ratified by", valence: 1, begins: "party-to", once: true),
        milestone("acceded", "acceded to", "was acceded to by", valence: 1, begins: "party-to"),
        end("entered-into-force", "entered into force", endsTreaty: false),
        milestone("extended", "extended", "was extended by", valence: 1),
        milestone("declined-to-extend", "declined to extend", "was refused extension by", valence: -1),
        milestone("suspended", "suspended", "was suspended by", valence: -1),
        milestone("resumed", "resumed", "was resumed by", valence: 1),
        milestone(
            "withdrawal-notified",
            "gave notice of withdrawal from",
            "was given notice of withdrawal by",
            valence: -1
        ),
        milestone("withdrew-from", "withdrew from", "was left by", valence: -1, ends: "party-to"),
        milestone("rejoined", "rejoined", "was rejoined by", valence: 1, begins: "party-to"),
        milestone("terminated", "terminated", "was terminated by", valence: -1, once: true, endsTreaty: true),
        end("expired", "expired", endsTreaty: true),
        end("ceased", "ceased to be in force", endsTreaty: true),
        directed(
            "party-to",
            "is a party to",
            "has as party",
            actor,
            instrument,
            .treatyStatus,
            valence: 1,
            time: .spell
        ),
        directed("violated", "violated", "was violated by", actor, instrument, .treatyStatus, valence: -1),
        directed(
            "provides-for",
            "provides for",
            "is provided for by",
            instrument,
            any,
            .treatyStatus,
            time: .spell
        ),
    ]

    private static let speech: [Relation] = [
        directed("announced", "announced", "was announced by", actor, any, .speech),
        directed(
            "proposed",
            "proposed",
            "was proposed by",
            actor,
            any,
            .speech,
            compares: ["percent", "day"]
        ),
        directed("promised", "promised", "was promised by", actor, any, .speech),
        directed("offered", "offered", "was offered by", actor, any, .speech),
        directed("demanded", "demanded", "was demanded by", actor, any, .speech),
        directed("urged", "urged", "was urged by", actor, actor, .speech),
        directed("warned", "warned", "was warned by", actor, [.actor, .topic, .event], .speech),
        directed(
            "threatened",
            "threatened",
            "was threatened by",
            actor,
            any,
            .speech,
            valence: -1,
            compares: ["percent", "day"]
        ),
        directed("discussed", "discussed", "was discussed by", [.actor, .event], any, .speech),
    ]

    private static let stance: [Relation] = [
        directed("praised", "praised", "was praised by", actor, any, .stance, valence: 1),
        directed("criticised", "criticised", "was criticised by", actor, any, .stance, valence: -1),
        directed("supports", "supports", "is supported by", actor, any, .stance, valence: 1, time: .spell),
        directed("opposes", "opposes", "is opposed by", actor, any, .stance, valence: -1, time: .spell),
        directed(
            "distrusts",
            "distrusts",
            "is distrusted by",
            actor,
            any,
            .stance,
            valence: -1,
            time: .spell
        ),
        directed("seeks", "seeks", "is sought by", actor, any, .stance, time: .spell),
        directed("assessed", "assessed", "was assessed by", [.actor, .event], any, .stance),
    ]

    private static let event: [Relation] = [
        directed("attended", "attended", "was attended by", actor, [.event], .event),
        directed("held-at", "was held at", "was the venue of", [.event], place, .event),
        directed("ended", "ended", "was ended by", actor, [.event, .policy], .event, once: true),
    ]

    private static let epistemic: [Relation] = [
        directed("concluded", "concluded on", "was the subject of a conclusion by", actor, any, .epistemic),
        directed("accused", "accused", "was accused by", actor, actor, .epistemic, valence: -1),
        directed("investigated", "investigated", "was investigated by", actor, any, .epistemic),
        directed("accepted", "accepted the word of", "was believed by", actor, any, .epistemic, valence: 1),
        directed("contradicted", "contradicted", "was contradicted by", actor, any, .epistemic, valence: -1),
        directed("reported", "reported on", "was reported on by", actor, any, .epistemic),
    ]
}
