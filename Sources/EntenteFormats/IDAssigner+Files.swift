internal import Entente

extension IDAssigner {
    /// Writes an id into each claim of a graph that has none: in the files of a folder, or in one file.
    ///
    /// Files are written only if all of them can be parsed, each of them whole or not at all, and touched only where
    /// an id was missing.
    ///
    /// - Parameters:
    ///   - path: The graph, as `GraphReader.read(_:)` takes it.
    /// - Returns: What was inserted, by file, in the order of their names; files without a change are not among them.
    /// - Throws: `GraphDataError` where the graph has errors; `FormatsError` where a file cannot be written.
    public static func assign(inGraphAt path: String) throws -> [(file: String, edits: [Edit])] {
        let read = GraphReader.read(path)
        guard let graph = read.graph else {
            throw GraphDataError(read.problems.filter { $0.severity == .error })
        }
        var taken: [String: Set<String>] = [:]
        for claim in graph.claims where claim.hasWrittenID {
            taken[claim.source, default: []].insert(claim.id.local)
        }
        // Only files that hold a claim without an id are opened again.
        let files = Set(graph.claims.filter { !$0.hasWrittenID }.compactMap { $0.location?.file }).sorted()
        var results: [(file: String, result: Result)] = []
        for file in files {
            let text = String(decoding: try SystemCall.bytes(of: file), as: UTF8.self)
            let result = try assign(in: text, named: file, taken: taken)
            for edit in result.edits { taken[edit.claim.source, default: []].insert(edit.claim.local) }
            results.append((file, result))
        }
        for (file, result) in results { try AtomicFile.write(result.text, to: file) }
        return results.map { ($0.file, $0.result.edits) }
    }
}
