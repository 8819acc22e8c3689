extension BuiltInRelations {
    static let measure: [Relation] = [
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

    static func milestone(
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

    static func end(_ id: String, _ reads: String, endsTreaty: Bool) -> Relation {
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

    static let treatyStatus: [Relation] = [
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
}
