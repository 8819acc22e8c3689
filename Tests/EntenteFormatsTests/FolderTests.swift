import Entente
import EntenteFormats
import EntenteTestSupport
import Foundation
import Testing

/// Folders and files as the system has them.
@Suite struct FolderTests {
    private let folder = TemporaryFolder()
    private let claims = "source: {id: s, title: A}\nclaims: []\n"

    private func messages(_ path: String? = nil) -> [String] {
        let result = GraphReader.read(path ?? folder.path)
        return result.problems.map { $0.rendered.replacing(folder.path, with: "G") }
    }

    @Test(.enabled(if: GraphFolder.exists, "needs Graphs/us-russia")) func shippedGraph() throws {
        let result = GraphReader.read(GraphFolder.path)
        #expect(result.rendered == "")
        let graph = try #require(result.graph)
        #expect(graph.claims.count > 500)
        #expect(graph.claims.first?.location?.file.hasPrefix(GraphFolder.path + "/") == true)
        #expect(graph.information.title != nil)
        #expect(!graph.ownRelations.isEmpty)
    }

    @Test func filesAreNamedAsTheGraphIs() throws {
        try folder.write("claims: [{}]\n", to: "a.yaml")
        for name in [folder.path, folder.path + "/", folder.path + "//"] {
            #expect(GraphReader.read(name).problems.first?.location?.file == folder.path + "/a.yaml")
        }
        #expect(
            GraphReader.read(folder.file("a.yaml")).problems.first?.location?.file == folder.path + "/a.yaml"
        )
    }

    @Test func allFilesAreReadInOnePass() throws {
        try folder.write("title: T\nperod: 2018\n", to: "graph.yaml")
        try folder.write("relations: {r: {reads: r}}\nclaims: []\n", to: "vocabulary.yaml")
        try folder.write("claims: [\n", to: "a.yaml")
        try folder.write(claims + "foo: 1\n", to: "b.yml")
        try folder.write("{\"claims\": 1}", to: "c.json")
        try folder.write("not read", to: "notes.txt")
        #expect(
            GraphReader.read(folder.path).problems.map {
                $0.location?.description.replacing(folder.path, with: "G")
            } == [
                "G/a.yaml:1:9", "G/b.yml:3:1", "G/c.json:1:12", "G/graph.yaml:2:1", "G/vocabulary.yaml:1:16",
                "G/vocabulary.yaml:1:16", "G/vocabulary.yaml:2:1",
            ]
        )
    }

    @Test func informationIsGivenOnce() throws {
        try folder.write("title: T\n", to: "graph.yaml")
        try folder.write("graph: {title: U}\n" + claims, to: "z.yaml")
        #expect(
            messages() == [
                """
                G/z.yaml:1:8: error: the graph's information is given twice
                  graph: {title: U}
                         ^
                hint: it is first given at G/graph.yaml:1:1; keep one of the two
                """
            ]
        )
    }

    @Test func missing() {
        #expect(messages(folder.file("nowhere")) == ["G/nowhere: error: no such file or folder"])
        #expect(messages("") == [": error: the name of the file is empty"])
        #expect(messages("a\0b") == ["a\0b: error: the name of the file contains a NUL"])
        #expect(messages(String(repeating: "x", count: 5000)).first?.contains("is too long") == true)
    }

    @Test func folderWithoutClaimsFiles() throws {
        let expected = """
            G: error: the folder has no claims files
            hint: claims files end in .yaml, .yml or .json and stand in the folder itself
            """
        #expect(messages() == [expected])
        try folder.write("title: T\n", to: "graph.yaml")
        #expect(messages() == [expected])
    }

    @Test func partOfThePathIsAFile() throws {
        try folder.write("x", to: "file")
        #expect(
            messages(folder.file("file/a.yaml"))
                == ["G/file/a.yaml: error: cannot be read: a part of the path is a file, not a folder"]
        )
    }

    @Test func folderNamedLikeAFile() throws {
        try folder.write(claims, to: "a.yaml")
        try folder.write("x", to: "x.yaml/inner.txt")
        #expect(
            messages() == [
                """
                G/x.yaml: error: is a folder, but is named like a claims file
                hint: give the folder a name without the ending, or move it elsewhere
                """
            ]
        )
    }

    @Test func subfoldersAndHiddenFilesAreNoted() throws {
        try folder.write(claims, to: "a.yaml")
        try folder.write(claims, to: "sub/b.yaml")
        try folder.write("x", to: "other/b.txt")
        try folder.write(claims, to: ".hidden.yaml")
        #expect(
            messages() == [
                "G/.hidden.yaml: note: hidden files are not read",
                """
                G/sub: note: files in sub-folders are not read
                hint: move them up, or read the sub-folder as a graph of its own
                """,
            ]
        )
        #expect(GraphReader.read(folder.path).graph != nil)
    }

    @Test func symbolicLinks() throws {
        let files = FileManager.default
        try folder.write(claims, to: "real/a.yaml")
        try files.createSymbolicLink(atPath: folder.file("link.yaml"), withDestinationPath: "real/a.yaml")
        #expect(GraphReader.read(folder.path).graph?.sources.map(\.id) == ["s"])
        try files.createSymbolicLink(atPath: folder.file("l1.yaml"), withDestinationPath: "l2.yaml")
        try files.createSymbolicLink(atPath: folder.file("l2.yaml"), withDestinationPath: "l1.yaml")
        try files.createSymbolicLink(atPath: folder.file("none.yaml"), withDestinationPath: "gone")
        #expect(
            messages().filter { !$0.contains("note:") } == [
                "G/l1.yaml: error: the symbolic links lead round in a circle",
                "G/l2.yaml: error: the symbolic links lead round in a circle",
                "G/none.yaml: error: the symbolic link leads to nothing",
            ]
        )
        try files.createSymbolicLink(atPath: folder.file("loop"), withDestinationPath: ".")
        #expect(messages(folder.file("loop/loop/real")) == [])
    }

    @Test(.enabled(if: geteuid() != 0, "needs a user whom permissions bind"))
    func withoutPermission() throws {
        try folder.write(claims, to: "a.yaml")
        chmod(folder.file("a.yaml"), 0)
        #expect(
            messages() == [
                """
                G/a.yaml: error: cannot be read: permission denied
                hint: check the permissions of the file and of the folders above it
                """
            ]
        )
        chmod(folder.path, 0)
        #expect(messages().first?.contains("permission denied") == true)
        chmod(folder.path, 0o755)
    }

    @Test func pipesInAFolderAreNotWaitedFor() throws {
        try folder.write(claims, to: "a.yaml")
        #expect(mkfifo(folder.file("p.yaml"), 0o600) == 0)
        #expect(messages() == ["G/p.yaml: error: is no file, but a device or pipe"])
    }

    @Test func graphFileAlone() throws {
        try folder.write("title: T\n", to: "graph.yaml")
        #expect(
            messages(folder.file("graph.yaml")).first?.contains("name the folder") == true
        )
    }
}
