public import Entente

/// What reading a graph gives: the graph, unless something is wrong with it, and every problem found.
public struct ReadResult: Sendable {
    /// The graph; nil where there is an error among the problems.
    public var graph: ClaimGraph?
    /// All problems of all files, in the order of files and lines.
    public var problems: [Problem]

    /// Creates a result.
    public init(graph: ClaimGraph?, problems: [Problem]) {
        self.graph = graph
        self.problems = problems
    }

    /// The graph.
    ///
    /// - Throws: `GraphDataError` with all problems where there is none.
    public func get() throws(GraphDataError) -> ClaimGraph {
        guard let graph else { throw GraphDataError(problems) }
        return graph
    }
}

/// Reads graphs of claims: a folder of claims files, a single YAML file, or the JSON form.
///
/// In a folder, `graph.yaml` says what the graph is, `vocabulary.yaml` defines its own relations, and all other
/// `*.yaml`, `*.yml` and `*.json` are claims files, read in the order of their names. Files in sub-folders and
/// hidden files are not read; a note says so. A single file holds all that it needs, with the graph's information
/// under `graph` and its relations under `relations`.
///
/// *Conventions.* Files are named in problems as the user named the graph (`Graphs/us-russia/guide-2026.yaml`). Lines
/// and columns count from 1, columns in Unicode scalars. All problems of all files are found in one pass; where a file
/// cannot be parsed, its first fault is reported, all other files are read, and names that it may declare are
/// not called unknown. Scalars stay text: `2019` and `no` are no number and no Boolean.
///
/// *Limits.* A file has at most 1 GiB; lists and maps nest at most 32 deep; a YAML file beyond 16 MiB must be
/// one that can be parsed in parts (sections in block style, no anchors). Beyond a limit there is an error, never a cut.
///
/// Complexity: time and memory O(bytes); the parser's tree is held for a part of about 128 KiB at a time where a YAML
/// file is larger than 1 MiB.
public enum GraphReader {
    /// Reads the graph at a path.
    public static func read(_ path: String) -> ReadResult {
        read(path, limits: ReadingLimits())
    }

    /// Reads a graph from a text in memory.
    ///
    /// - Parameters:
    ///   - text: A claims file in YAML, or the JSON form.
    ///   - name: How problems name it; a name that ends in `.json` makes it JSON.
    public static func read(text: String, named name: String) -> ReadResult {
        read(bytes: Array(text.utf8), named: name)
    }

    /// Reads a graph from the bytes of a file.
    package static func read(
        bytes: [UInt8],
        named name: String,
        limits: ReadingLimits = ReadingLimits()
    ) -> ReadResult {
        let reading = Reading()
        readText(SourceText(file: name, bytes: bytes), role: .claims, reading, limits)
        return reading.finish()
    }

    static func read(_ path: String, limits: ReadingLimits) -> ReadResult {
        let reading = Reading()
        do throws(FormatsError) {
            if try SystemCall.kind(of: path).kind == .folder {
                readFolder(path, reading, limits)
            } else {
                readFile(path, role: .claims, reading, limits)
            }
        } catch {
            reading.report(error, file: path)
        }
        return reading.finish()
    }

    // MARK: Files

    private static func readFile(
        _ path: String,
        role: FileReader.Role,
        _ reading: Reading,
        _ limits: ReadingLimits
    ) {
        do throws(FormatsError) {
            let text = SourceText(file: path, bytes: try SystemCall.bytes(of: path))
            readText(text, role: role, reading, limits)
        } catch {
            reading.draft.unread.hasFiles = true
            reading.report(error, file: path)
        }
    }

    private static func readText(
        _ text: SourceText,
        role: FileReader.Role,
        _ reading: Reading,
        _ limits: ReadingLimits
    ) {
        var sections = SectionReader(fields: FieldReader(reading: reading, text: text))
        FileReader(text, role: role, reading: reading, limits: limits).read(into: &sections)
    }

    private static func isGraphFile(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
    }

    private static func readFolder(_ path: String, _ reading: Reading, _ limits: ReadingLimits) {
        var folder = path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        let prefix = folder == "/" ? "/" : folder + "/"
        let names: [String]
        do throws(FormatsError) {
            names = try SystemCall.names(inFolder: folder)
        } catch {
            return reading.report(error, file: path)
        }
        var claimFiles = 0
        for name in names {
            let file = prefix + name
            let kind: SystemCall.FileKind
            do throws(FormatsError) {
                kind = try SystemCall.kind(of: file).kind
            } catch {
                // What is no part of a graph may be as broken as it likes.
                if isGraphFile(name) {
                    claimFiles += 1
                    reading.draft.unread.hasFiles = true
                    reading.report(error, file: file)
                }
                continue
            }
            if kind == .folder, !isGraphFile(name) {
                noteSubfolder(file, reading)
                continue
            }
            guard isGraphFile(name) else { continue }
            if name.hasPrefix(".") {
                reading.report("not-read", file: file, "hidden files are not read", severity: .note)
                continue
            }
            let role: FileReader.Role =
                name == "graph.yaml" ? .graph : name == "vocabulary.yaml" ? .vocabulary : .claims
            if role == .claims { claimFiles += 1 }
            guard kind == .file else {
                reading.report(
                    "not-a-file",
                    file: file,
                    kind == .folder
                        ? "is a folder, but is named like a claims file" : "is no file, but a device or pipe",
                    hint: kind == .folder
                        ? "give the folder a name without the ending, or move it elsewhere" : nil
                )
                continue
            }
            readFile(file, role: role, reading, limits)
        }
        guard claimFiles == 0 else { return }
        reading.report(
            "no-claims-files",
            file: path,
            "the folder has no claims files",
            hint: "claims files end in .yaml, .yml or .json and stand in the folder itself"
        )
    }

    /// Says so where a sub-folder holds what might be meant to be read.
    private static func noteSubfolder(_ folder: String, _ reading: Reading) {
        guard let names = try? SystemCall.names(inFolder: folder), names.contains(where: isGraphFile) else {
            return
        }
        reading.report(
            "not-read",
            file: folder,
            "files in sub-folders are not read",
            hint: "move them up, or read the sub-folder as a graph of its own",
            severity: .note
        )
    }
}
