import Dispatch
import Glibc

@main
enum Program {
    /// Works at the usual priority. An asynchronous main asks for a higher one, which the system refuses to all but root.
    static func main() {
        umask(0o022)
        signal(SIGPIPE, SIG_IGN)
        let end = DispatchSemaphore(value: 0)
        Task.detached(priority: .medium) {
            await Moderato.perform()
            end.signal()
        }
        end.wait()
    }
}
