import EDTF
import Entente

/// One thing that a test writes into a graph.
enum Part {
    case entity(Entity)
    case source(Source)
    case relation(Relation)
    case claim(Claim)
}

/// Gathers the parts of a graph.
@resultBuilder
enum PartsBuilder {
    static func buildExpression(_ part: Part) -> [Part] { [part] }
    static func buildExpression(_ parts: [Part]) -> [Part] { parts }
    static func buildExpression(_ claim: Claim) -> [Part] { [.claim(claim)] }
    static func buildExpression(_ claims: [Claim]) -> [Part] { claims.map(Part.claim) }
    static func buildBlock(_ parts: [Part]...) -> [Part] { parts.flatMap(\.self) }
    static func buildArray(_ parts: [[Part]]) -> [Part] { parts.flatMap(\.self) }
    static func buildOptional(_ parts: [Part]?) -> [Part] { parts ?? [] }
    static func buildEither(first: [Part]) -> [Part] { first }
    static func buildEither(second: [Part]) -> [Part] { second }
}

/// A small graph written in a test: entities, sources and claims by name.
///
/// Claims are from source `s` and have the ids `c1`, `c2`, … in the order of writing unless they say otherwise. A
/// source that nothing declares is made up, published in 2026.
struct TestGraph {
    var parts: [Part]

    init(@PartsBuilder _ parts: () -> [Part]) { self.parts = parts() }

    var draft: GraphDraft {
        var draft = GraphDraft()
        var declared: Set<String> = []
        var number = 0
        for part in parts {
            switch part {
            case .entity(let entity): draft.entities.append(entity)
            case .relation(let relation): draft.relations.append(.init(relation, location: at(1)))
            case .source(let source):
                draft.sources.append(source)
                declared.insert(source.id)
            case .claim(var claim):
                number += 1
                if claim.id.local.isEmpty, claim.hasWrittenID { claim.id.local = "c\(number)" }
                claim.location = at(100 + number)
                draft.add(claim, positions: FieldPositions(claim: claim.location))
            }
        }
        for id in Set(draft.claims.map(\.source)).subtracting(declared).sorted() where !id.isEmpty {
            draft.sources.append(source(id))
        }
        return draft
    }

    /// The graph.
    ///
    /// - Throws: `GraphDataError` where it does not hold together.
    func graph() throws -> ClaimGraph {
        let (graph, problems) = draft.validated()
        guard let graph else { throw GraphDataError(problems) }
        return graph
    }

    func network(_ change: (inout View) throws -> Void = { _ in }) throws -> Network {
        var view = View()
        try change(&view)
        return Network(try graph(), view: view)
    }

    var problems: [Problem] { draft.validated().problems }
}

func at(_ line: Int) -> SourceLocation { SourceLocation(file: "t.yaml", line: line, column: 3) }

// MARK: Entities and sources

func entity(_ kind: EntityKind, _ ids: [String]) -> [Part] {
    ids.map { .entity(Entity(id: $0, kind: kind, name: $0.capitalizedFirst, location: at(10))) }
}

func person(_ ids: String...) -> [Part] { entity(.person, ids) }
func state(_ ids: String...) -> [Part] { entity(.state, ids) }
func organization(_ ids: String...) -> [Part] { entity(.organization, ids) }
func group(_ ids: String...) -> [Part] { entity(.group, ids) }
func venue(_ ids: String...) -> [Part] { entity(.venue, ids) }
func treaty(_ ids: String...) -> [Part] { entity(.treaty, ids) }
func policy(_ ids: String...) -> [Part] { entity(.policy, ids) }
func event(_ ids: String...) -> [Part] { entity(.event, ids) }
func topic(_ ids: String...) -> [Part] { entity(.topic, ids) }

func named(_ id: String, _ kind: EntityKind, _ name: String, aliases: [String] = []) -> Part {
    .entity(Entity(id: id, kind: kind, name: name, aliases: aliases, location: at(11)))
}

func source(
    _ id: String,
    published: String? = "2026-01-01",
    covers: String? = nil,
    retrieved: String? = nil,
    derivedFrom: [String] = []
) -> Source {
    Source(
        id: id,
        title: "Title of \(id)",
        published: published.map(date),
        retrieved: retrieved.map(date),
        covers: covers.map(date),
        derivedFrom: derivedFrom,
        location: at(5)
    )
}

/// A date that a test knows to be right.
func date(_ text: String) -> EDTFDate {
    do {
        return try EDTFDate(text)
    } catch {
        preconditionFailure("\(text): \(error)")
    }
}

// MARK: Claims

func claim(_ relation: String, _ ends: Claim.Ends, _ time: ClaimTime = .undated) -> Claim {
    Claim(id: ClaimID(source: "s", local: ""), relation: relation, ends: ends, time: time)
}

func claim(_ subject: String, _ relation: String, _ object: String, when: String? = nil) -> Claim {
    claim(relation, .directed(subject: subject, object: object), when.map { .when(date($0)) } ?? .undated)
}

func claim(_ subject: String, _ relation: String, when: String? = nil) -> Claim {
    claim(relation, .unary(subject), when.map { .when(date($0)) } ?? .undated)
}

func met(_ participants: String..., when: String? = nil) -> Claim {
    claim("met", .symmetric(participants), when.map { .when(date($0)) } ?? .undated)
}

func allied(_ participants: String..., time: ClaimTime = .undated) -> Claim {
    claim("allied-with", .symmetric(participants), time)
}

extension Claim {
    /// The claim, changed.
    func with(_ change: (inout Claim) -> Void) -> Claim {
        var claim = self
        change(&claim)
        return claim
    }

    func id(_ local: String) -> Claim { with { $0.id.local = local } }
    func by(_ source: String) -> Claim { with { $0.id.source = source } }
    func at(_ venues: String...) -> Claim { with { $0.venues = venues } }
    func about(_ matters: String...) -> Claim { with { $0.regarding = matters } }
    func on(_ event: String) -> Claim { with { $0.event = event } }
    func said(by speakers: String..., as modality: Modality = .reported) -> Claim {
        with {
            $0.attributedTo = speakers
            $0.modality = modality
        }
    }
    func negative() -> Claim { with { $0.polarity = .negative } }
    func status(_ status: Status) -> Claim { with { $0.status = status } }
}

// MARK: Reading results

extension Network {
    /// The edges as text: `a-b met c1`, with `>` where they are directed.
    var edgeTexts: [String] {
        edges.map { edge in
            let (a, b) = (entity(edge.from).id, entity(edge.to).id)
            return "\(a)\(edge.isDirected ? ">" : "-")\(b) \(edge.part) \(claim(edge).id.local)"
        }
    }

    /// The certainty, by date, of a claim's edges; impossible where it makes none.
    func dates(ofClaim local: String) -> Certainty {
        edges.first { claim($0).id.local == local }?.dates ?? .impossible
    }

    /// What rows of an answer say of each claim that counts, those that tie nobody too, by local id.
    func rows(_ key: String) throws -> [String: JSONValue] {
        guard case .array(let rows) = try Answer(timelineOf: [], in: self).value else { return [:] }
        let pairs = rows.compactMap { row -> (String, JSONValue)? in
            guard case .array(let ids)? = row["claims"], case .string(let id)? = ids.first else { return nil }
            return (String(id.split(separator: "/")[1]), row[key] ?? .null)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The local ids of the claims against a claim.
    func against(_ local: String) -> [String] {
        edges.first { claim($0).id.local == local }?.opposition.map { graph.claims[$0].id.local } ?? []
    }
}

extension PathResult {
    /// The entities on each path: `a-b-c`.
    var ways: [String] { paths.map { $0.text(in: network) } }
}

extension Path {
    func text(in network: Network) -> String { vertices.map { network.entity($0).id }.joined(separator: "-") }
}
