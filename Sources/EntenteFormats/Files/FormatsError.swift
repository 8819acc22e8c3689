/// Why a file could not be read or written as a whole.
///
/// Faults *in* a file are `Problem`s with places; this is the error of operations that have no place to point at.
public struct FormatsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of fault; the set may grow.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the code.
        public let rawValue: String

        /// A code of the given name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no such file or folder.
        public static let notFound = Code(rawValue: "not-found")
        /// The file may not be read or written by this user.
        public static let noPermission = Code(rawValue: "no-permission")
        /// A folder, device or pipe stands where a file is needed, or a file where a folder is.
        public static let notAFile = Code(rawValue: "not-a-file")
        /// The symbolic links lead round in a circle.
        public static let linkLoop = Code(rawValue: "link-loop")
        /// The file is larger than can be read.
        public static let tooLarge = Code(rawValue: "too-large")
        /// The disk or the quota is full.
        public static let diskFull = Code(rawValue: "disk-full")
        /// Reading or writing failed for another reason, which the message gives.
        public static let inputOutput = Code(rawValue: "input-output")
        /// The format has no way to hold a value.
        public static let notWritable = Code(rawValue: "not-writable")
    }

    /// The kind of fault.
    public let code: Code
    /// The file or folder, as the caller named it; empty where the fault is in a value.
    public let path: String
    /// What is wrong, in a sentence without a final stop.
    public let message: String
    /// What to do about it, or nil.
    public let hint: String?

    /// Creates an error.
    public init(_ code: Code, path: String, _ message: String, hint: String? = nil) {
        self.code = code
        self.path = path
        self.message = message
        self.hint = hint
    }

    /// `path: message (hint)`.
    public var description: String {
        (path.isEmpty ? "" : "\(path): ") + message + (hint.map { " (\($0))" } ?? "")
    }
}
