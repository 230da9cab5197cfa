// HttpServer: a server on a port of its own on the loopback, for tests of clients. One thread, one request a
// connection; a reply can misbehave in the ways that networks and servers do. It keeps every request it got.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace tunebench::test {

using HeaderFields = std::vector<std::pair<std::string, std::string>>;

struct HttpServed {
    std::string method = {};
    std::string target = {};    // "/path?query"
    HeaderFields headers = {};  // names in lower case

    /// Empty when it was not sent.
    std::string header(std::string_view lower_case_name) const;
};

struct HttpReply {
    int status = 200;
    HeaderFields headers = {};
    std::string body = {};
    std::optional<std::size_t> cut_after = {};         // bytes of the body, then the connection ends
    std::optional<std::size_t> stall_after = {};       // bytes of the body, then silence
    std::optional<std::size_t> announced_length = {};  // instead of the body's
    bool is_chunked = false;                           // instead of an announced length
    bool takes_ranges = true;
};

class HttpServer {
public:
    using Handler = std::function<HttpReply(const HttpServed&)>;

    explicit HttpServer(Handler handler);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::string url() const;  // "http://127.0.0.1:PORT"
    std::vector<HttpServed> requests() const;
    void forget_requests();

private:
    void serve();
    void serve_connection(int connection);
    void send_reply(int connection, const HttpServed& request, HttpReply reply);
    void wait_for_the_other_end(int connection) const;

    Handler handler_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> is_ending_{false};
    mutable std::mutex mutex_;
    std::vector<HttpServed> requests_;  // guarded by mutex_
    std::thread thread_;                // last: it uses the rest
};

}  // namespace tunebench::test
