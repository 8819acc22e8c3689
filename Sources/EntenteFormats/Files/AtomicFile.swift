internal import Foundation

/// Writes files so that a reader sees the old content or the new one, never a part.
///
/// The bytes go to a temporary file in the same folder, are flushed to the disk, and the temporary takes the
/// name. Whatever fails, the temporary is removed and what stood there before is untouched.
///
/// *Conventions.* A symbolic link stays one: the file that it leads to is replaced. The permissions of an existing
/// file are kept; a new one has those that the process gives to new files. Hard links to the old file keep the old
/// content.
public enum AtomicFile {
    /// Writes a text in UTF-8.
    ///
    /// - Throws: `FormatsError` with the path as given.
    public static func write(_ text: String, to path: String) throws(FormatsError) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes.
    ///
    /// - Throws: `FormatsError` with the path as given.
    public static func write(_ bytes: [UInt8], to path: String) throws(FormatsError) {
        let target = try finalTarget(of: SystemCall.checked(path), named: path)
        var permissions: mode_t?
        var status = stat()
        if lstat(target, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: throw FormatsError(.notAFile, path: path, "is a folder; a file cannot replace it")
            case S_IFREG: permissions = status.st_mode & 0o7777
            default:
                // A pipe or device has no old content to keep, and renaming would replace the device itself.
                return try writeThrough(bytes, to: target, named: path)
            }
            // Renaming asks for the folder's permission only; a file that may not be written stays as it is.
            guard access(target, W_OK) == 0 else { throw failure(errno, path) }
        }
        try replace(target, with: bytes, permissions: permissions, named: path)
    }

    private static func replace(
        _ target: String,
        with bytes: [UInt8],
        permissions: mode_t?,
        named path: String
    ) throws(FormatsError) {
        let (descriptor, temporary) = try makeTemporary(beside: target, named: path)
        do throws(FormatsError) {
            try fill(descriptor, with: bytes, named: path)
            if let permissions, fchmod(descriptor, permissions) != 0 { throw failure(errno, path) }
            guard fsync(descriptor) == 0 else { throw failure(errno, path) }
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        // Some file systems report a full disk only when the file is closed.
        guard close(descriptor) == 0 else {
            let number = errno
            unlink(temporary)
            throw failure(number, path)
        }
        guard rename(temporary, target) == 0 else {
            let number = errno
            unlink(temporary)
            throw failure(number, path)
        }
        flushFolder(of: target)
    }

    /// Opens a new file with a short name of its own in the target's folder.
    private static func makeTemporary(
        beside target: String,
        named path: String
    ) throws(FormatsError) -> (descriptor: Int32, name: String) {
        for number in 0..<1000 {
            let name = "\(folder(of: target))/.entente-\(getpid())-\(number).tmp"
            let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (descriptor, name) }
            guard errno == EEXIST else { throw failure(errno, path) }
        }
        throw failure(EEXIST, path)
    }

    private static func writeThrough(_ bytes: [UInt8], to target: String, named path: String)
        throws(FormatsError)
    {
        let descriptor = open(target, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, path) }
        defer { close(descriptor) }
        try fill(descriptor, with: bytes, named: path)
    }

    private static func fill(_ descriptor: Int32, with bytes: [UInt8], named path: String)
        throws(FormatsError)
    {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(errno, path)
            }
            written += count
        }
    }

    /// The name that symbolic links lead to, of a file that may not exist yet.
    private static func finalTarget(of start: String, named path: String) throws(FormatsError) -> String {
        var current = start
        // The limit of the Linux kernel for links followed in one path.
        for _ in 0..<40 {
            var status = stat()
            guard lstat(current, &status) == 0 else {
                if errno == ENOENT { return current }
                throw failure(errno, path)
            }
            guard status.st_mode & S_IFMT == S_IFLNK else { return current }
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(current, &buffer, buffer.count)
            guard length >= 0 else { throw failure(errno, path) }
            let link = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            current = link.hasPrefix("/") ? link : folder(of: current) + "/" + link
        }
        throw failure(ELOOP, path)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The renaming itself reaches the disk with its folder; where that cannot be asked for, nothing is lost but time.
    private static func flushFolder(of target: String) {
        let descriptor = open(folder(of: target), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func failure(_ number: Int32, _ path: String) -> FormatsError {
        if number == ENOENT {
            return FormatsError(
                .notFound,
                path: path,
                "cannot be written: its folder does not exist",
                hint: "make the folder first"
            )
        }
        return SystemCall.error(number, path: path, doing: "be written")
    }
}
