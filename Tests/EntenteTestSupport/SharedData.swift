public import Foundation

/// Data that lies beside the project, not in it: real data sets and known answers used by some tests.
///
/// It is looked for where the environment variable `ENTENTE_SHARED` says, else in a folder `shared` beside the
/// package. Tests that need it are enabled only where it is present, so that they skip visibly elsewhere.
public enum SharedData {
    /// The folder with the shared data, or nil where it is absent.
    public static let root: URL? = {
        let environment = ProcessInfo.processInfo.environment["ENTENTE_SHARED"]
        let candidate =
            environment.map { URL(fileURLWithPath: $0, isDirectory: true) }
            ?? packageRoot.deletingLastPathComponent().appendingPathComponent("shared", isDirectory: true)
        return FileManager.default.fileExists(atPath: candidate.path) ? candidate : nil
    }()

    /// The folder that holds `Package.swift`.
    public static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Whether the file or folder at a path below the shared data exists.
    public static func has(_ path: String) -> Bool {
        root.map { FileManager.default.fileExists(atPath: $0.appendingPathComponent(path).path) } ?? false
    }

    /// The text of a file below the shared data.
    public static func text(_ path: String) throws -> String {
        guard let root else { throw CocoaError(.fileNoSuchFile) }
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The bytes of a gzip file below the shared data, unpacked.
    public static func unzipped(_ path: String) throws -> Data {
        guard let root else { throw CocoaError(.fileNoSuchFile) }
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unzip.arguments = ["gzip", "-dc", root.appendingPathComponent(path).path]
        let pipe = Pipe()
        unzip.standardOutput = pipe
        try unzip.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        unzip.waitUntilExit()
        return data
    }
}
