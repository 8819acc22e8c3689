import Entente
import EntenteFormats
import Foundation

/// The SplitMix64 generator of Steele, Lea and Flood (2014): the same numbers for the same seed everywhere.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func chance(_ one: Int, in all: Int) -> Bool { below(all) < one }

    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}

/// A folder that is removed with its content when the value goes away.
final class TemporaryFolder {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "entente-formats-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, to name: String) throws {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}

/// What a graph's file says, without the places where it says so.
struct GraphContent: Equatable {
    var information: ClaimGraph.Information
    var relations: [Relation]
    var sources: [Source]
    var entities: [Entity]
    var claims: [Claim]

    init(_ graph: ClaimGraph) {
        information = graph.information
        relations = graph.ownRelations
        sources = graph.sources.map { source in
            var source = source
            source.location = nil
            return source
        }
        entities = graph.entities.map { entity in
            var entity = entity
            entity.location = nil
            return entity
        }
        claims = graph.claims.map { claim in
            var claim = claim
            claim.location = nil
            return claim
        }
    }
}

extension ReadResult {
    /// All problems as text, one after the other.
    var rendered: String { problems.map(\.rendered).joined(separator: "\n") }
}

/// Reads a text as a claims file named `g.yaml`.
func read(_ text: String, named name: String = "g.yaml") -> ReadResult {
    GraphReader.read(text: text, named: name)
}

/// A file that declares what most tests need, before the claims.
let header = """
    source: {id: s, title: A Source}
    entities:
      ann: {kind: person, name: Ann}
      bob: {kind: person, name: Bob}
      land: {kind: state, name: Land}
      town: {kind: venue, name: Town}
      pact: {kind: treaty, name: Pact}
      summit: {kind: event, name: Summit}
    claims:

    """

/// Reads claims after the header; a claim in the first line of `claims` stands in line 10.
func read(claims: String) -> ReadResult { read(header + claims) }
