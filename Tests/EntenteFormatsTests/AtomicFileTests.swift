import EntenteFormats
import Foundation
import Testing

/// Writing replaces a file whole or not at all.
@Suite struct AtomicFileTests {
    private let folder = TemporaryFolder()

    private func failure(_ path: String) -> String {
        do throws(FormatsError) {
            try AtomicFile.write("x", to: path)
            return "written"
        } catch { return error.description.replacing(folder.path, with: "F") }
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.file(name), encoding: .utf8)
    }

    @Test func writesAndReplaces() throws {
        try AtomicFile.write("one\n", to: folder.file("a"))
        #expect(try text("a") == "one\n")
        try AtomicFile.write([0x74, 0x77, 0x6F], to: folder.file("a"))
        #expect(try text("a") == "two")
        try AtomicFile.write("", to: folder.file("a"))
        #expect(try text("a") == "")
        #expect(folder.names == ["a"])
    }

    @Test func keepsPermissions() throws {
        try AtomicFile.write("one", to: folder.file("a"))
        let mask = umask(0)
        umask(mask)
        func permissions() -> mode_t {
            var status = stat()
            return stat(folder.file("a"), &status) == 0 ? status.st_mode & 0o7777 : 0
        }
        #expect(permissions() == 0o666 & ~mask)
        chmod(folder.file("a"), 0o640)
        try AtomicFile.write("two", to: folder.file("a"))
        #expect(permissions() == 0o640)
    }

    @Test func goesThroughSymbolicLinks() throws {
        let files = FileManager.default
        try folder.write("old", to: "deep/target")
        try files.createSymbolicLink(atPath: folder.file("one"), withDestinationPath: "two")
        try files.createSymbolicLink(atPath: folder.file("two"), withDestinationPath: "deep/target")
        try AtomicFile.write("new", to: folder.file("one"))
        #expect(try text("deep/target") == "new")
        #expect(try files.destinationOfSymbolicLink(atPath: folder.file("one")) == "two")
        // A link to a file that does not exist yet makes it.
        try files.createSymbolicLink(atPath: folder.file("three"), withDestinationPath: "deep/fresh")
        try AtomicFile.write("fresh", to: folder.file("three"))
        #expect(try text("deep/fresh") == "fresh")
        try files.createSymbolicLink(atPath: folder.file("loop"), withDestinationPath: "loop")
        #expect(failure(folder.file("loop")) == "F/loop: the symbolic links lead round in a circle")
    }

    @Test func failuresLeaveNothingBehind() throws {
        try folder.write("old", to: "file")
        try folder.write("x", to: "sub/inner")
        #expect(failure(folder.file("sub")) == "F/sub: is a folder; a file cannot replace it")
        #expect(
            failure(folder.file("file/a"))
                == "F/file/a: cannot be written: a part of the path is a file, not a folder"
        )
        #expect(
            failure(folder.file("none/a"))
                == "F/none/a: cannot be written: its folder does not exist (make the folder first)"
        )
        #expect(failure("") == "the name of the file is empty")
        #expect(failure("a\0b") == "ab: the name of the file contains a NUL")
        #expect(folder.names == ["file", "sub"])
        #expect(try text("file") == "old")
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
    func fullDisk() {
        #expect(failure("/dev/full") == "/dev/full: cannot be written: the disk is full")
    }

    @Test(.enabled(if: geteuid() != 0, "needs a user whom permissions bind"))
    func withoutPermission() throws {
        try folder.write("old", to: "sub/a")
        chmod(folder.file("sub/a"), 0o444)
        #expect(failure(folder.file("sub/a")).contains("permission denied"))
        chmod(folder.file("sub"), 0o555)
        #expect(failure(folder.file("sub/b")).contains("permission denied"))
        chmod(folder.file("sub"), 0o755)
        #expect(try text("sub/a") == "old")
    }
}
