import Glibc

/// Names in directories, links not followed.
enum DirectoryListing {
    /// Names in a directory, without `.` and `..`; none where it is not there.
    static func names(in path: String) throws -> [String] {
        guard let stream = opendir(path) else {
            if errno == ENOENT { return [] }
            throw OutboxError(path)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Paths of all files below `root` + `folder`, relative to `root`, in order.
    static func files(below folder: String, of root: String) throws -> [String] {
        var files: [String] = []
        var folders = [folder]
        while let folder = folders.popLast() {
            for name in try names(in: root + "/" + folder) {
                let path = folder + "/" + name
                var status = stat()
                guard lstat(root + "/" + path, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { folders.append(path) } else { files.append(path) }
            }
        }
        return files.sorted()
    }
}
