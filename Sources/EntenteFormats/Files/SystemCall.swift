internal import Foundation

/// The few system calls that reading and writing files need, with errors that name the file and the reason.
enum SystemCall {
    /// What stands at a path.
    enum FileKind {
        case file, folder, other
    }

    /// The largest file that is read: lines and columns are kept in 32 bits, and every byte may start a line.
    static let largestFile = 1 << 30

    /// What stands at a path, after following symbolic links.
    static func kind(of path: String) throws(FormatsError) -> (kind: FileKind, permissions: mode_t) {
        let name = try checked(path)
        var status = stat()
        guard stat(name, &status) == 0 else {
            let number = errno
            if number == ENOENT, isSymbolicLink(name) {
                throw FormatsError(.notFound, path: path, "the symbolic link leads to nothing")
            }
            throw error(number, path: path, doing: "be read")
        }
        let permissions = status.st_mode & 0o7777
        switch status.st_mode & S_IFMT {
        case S_IFREG: return (.file, permissions)
        case S_IFDIR: return (.folder, permissions)
        default: return (.other, permissions)
        }
    }

    private static func isSymbolicLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// All bytes of a file, or of a pipe until it is closed.
    ///
    /// - Parameter limit: The most bytes that are read; more is an error.
    static func bytes(of path: String, limit: Int = largestFile) throws(FormatsError) -> [UInt8] {
        let (kind, _) = try kind(of: path)
        guard kind != .folder else {
            throw FormatsError(.notAFile, path: path, "is a folder, not a file")
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(errno, path: path, doing: "be read") }
        defer { close(descriptor) }
        var status = stat()
        let expected = fstat(descriptor, &status) == 0 ? Int(clamping: status.st_size) : 0
        guard expected <= limit else { throw tooLarge(path, limit) }
        // One byte more than expected, so that the end of the file is met without growing the array.
        var bytes = [UInt8](repeating: 0, count: max(expected + 1, 4096))
        var filled = 0
        while true {
            if filled == bytes.count {
                guard filled <= limit else { throw tooLarge(path, limit) }
                bytes.append(contentsOf: repeatElement(0, count: bytes.count))
            }
            let room = bytes.count - filled
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress.map { $0 + filled }, room)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw error(errno, path: path, doing: "be read")
            }
            if count == 0 { break }
            filled += count
        }
        guard filled <= limit else { throw tooLarge(path, limit) }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    /// The names in a folder, sorted by their Unicode scalars.
    static func names(inFolder path: String) throws(FormatsError) -> [String] {
        let name = try checked(path)
        guard access(name, R_OK | X_OK) == 0 else { throw error(errno, path: path, doing: "be listed") }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: name).sorted()
        } catch {
            throw FormatsError(.inputOutput, path: path, "the folder cannot be listed")
        }
    }

    /// A path that the system can be given: a NUL would cut it short in silence.
    static func checked(_ path: String) throws(FormatsError) -> String {
        guard !path.isEmpty else {
            throw FormatsError(.notFound, path: path, "the name of the file is empty")
        }
        guard !path.utf8.contains(0) else {
            throw FormatsError(
                .notFound,
                path: path.filter { $0 != "\0" },
                "the name of the file contains a NUL"
            )
        }
        return path
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> FormatsError {
        FormatsError(
            .tooLarge,
            path: path,
            "the file is larger than \(limit >> 20) MiB",
            hint: "split it into several files"
        )
    }

    /// The error of a failed call.
    static func error(_ number: Int32, path: String, doing verb: String) -> FormatsError {
        switch number {
        case ENOENT:
            FormatsError(.notFound, path: path, "no such file or folder")
        case EACCES, EPERM:
            FormatsError(
                .noPermission,
                path: path,
                "cannot \(verb): permission denied",
                hint: "check the permissions of the file and of the folders above it"
            )
        case EROFS:
            FormatsError(.noPermission, path: path, "cannot \(verb): the file system is read-only")
        case ENOTDIR:
            FormatsError(.notAFile, path: path, "cannot \(verb): a part of the path is a file, not a folder")
        case EISDIR:
            FormatsError(.notAFile, path: path, "is a folder, not a file")
        case ELOOP:
            FormatsError(.linkLoop, path: path, "the symbolic links lead round in a circle")
        case ENAMETOOLONG:
            FormatsError(.notFound, path: path, "the name of the file is too long")
        case ENOSPC:
            FormatsError(.diskFull, path: path, "cannot \(verb): the disk is full")
        case EDQUOT:
            FormatsError(.diskFull, path: path, "cannot \(verb): the disk quota is used up")
        default:
            FormatsError(.inputOutput, path: path, "cannot \(verb): \(String(cString: strerror(number)))")
        }
    }
}
