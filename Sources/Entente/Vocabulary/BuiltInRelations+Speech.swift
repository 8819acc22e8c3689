extension BuiltInRelations {
    static let speech: [Relation] = [
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

    static let stance: [Relation] = [
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

    static let event: [Relation] = [
        directed("attended", "attended", "was attended by", actor, [.event], .event),
        directed("held-at", "was held at", "was the venue of", [.event], place, .event),
        directed("ended", "ended", "was ended by", actor, [.event, .policy], .event, once: true),
    ]

    static let epistemic: [Relation] = [
        directed("concluded", "concluded on", "was the subject of a conclusion by", actor, any, .epistemic),
        directed("accused", "accused", "was accused by", actor, actor, .epistemic, valence: -1),
        directed("investigated", "investigated", "was investigated by", actor, any, .epistemic),
        directed("accepted", "accepted the word of", "was believed by", actor, any, .epistemic, valence: 1),
        directed("contradicted", "contradicted", "was contradicted by", actor, any, .epistemic, valence: -1),
        directed("reported", "reported on", "was reported on by", actor, any, .epistemic),
    ]
}
