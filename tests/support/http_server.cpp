#include "tests/support/http_server.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>

namespace tunebench::test {
namespace {

constexpr int kPollMilliseconds = 20;
constexpr std::size_t kMaxRequestBytes = std::size_t{64} << 10;

bool is_readable(int descriptor) {
    pollfd waiting = {.fd = descriptor, .events = POLLIN, .revents = 0};
    return poll(&waiting, 1, kPollMilliseconds) > 0;
}

bool send_all(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

/// Up to the empty line; the requests of our tests have no body.
std::string read_request(int connection) {
    std::string text;
    std::array<char, 4096> buffer = {};
    while (text.find("\r\n\r\n") == std::string::npos && text.size() < kMaxRequestBytes) {
        const ssize_t count = recv(connection, buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return {};
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return text;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

HttpServed parse_request(const std::string& text) {
    HttpServed request;
    const std::size_t first = text.find(' ');
    const std::size_t second = text.find(' ', first + 1);
    request.method = text.substr(0, first);
    request.target = text.substr(first + 1, second - first - 1);
    std::size_t line = text.find("\r\n") + 2;
    for (std::size_t end = text.find("\r\n", line); end > line; end = text.find("\r\n", line)) {
        const std::string field = text.substr(line, end - line);
        const std::size_t colon = field.find(':');
        request.headers.emplace_back(lower(field.substr(0, colon)),
                                     field.substr(std::min(colon + 2, field.size())));
        line = end + 2;
    }
    return request;
}

std::string field_of(const HeaderFields& fields, std::string_view name) {
    for (const auto& [key, value] : fields)
        if (lower(key) == name)
            return value;
    return {};
}

/// "bytes=N-" of a request whose If-Range, if any, still fits.
std::optional<std::size_t> asked_start(const HttpServed& request, const HttpReply& reply) {
    const std::string range = request.header("range");
    const std::string condition = request.header("if-range");
    if (!reply.takes_ranges || reply.status != 200 || !range.starts_with("bytes="))
        return std::nullopt;
    if (!condition.empty() && condition != field_of(reply.headers, "etag"))
        return std::nullopt;
    return static_cast<std::size_t>(std::strtoull(range.c_str() + 6, nullptr, 10));
}

void apply_range(const HttpServed& request, HttpReply& reply) {
    const auto start = asked_start(request, reply);
    if (!start)
        return;
    const std::size_t size = reply.body.size();
    reply.status = *start < size ? 206 : 416;
    reply.headers.emplace_back("Content-Range", *start < size
                                                    ? fmt::format("bytes {}-{}/{}", *start, size - 1, size)
                                                    : fmt::format("bytes */{}", size));
    reply.body = reply.body.substr(std::min(*start, size));
}

std::string chunked(const std::string& body) {
    constexpr std::size_t kChunk = 100;
    std::string text;
    for (std::size_t at = 0; at < body.size(); at += kChunk) {
        const std::string piece = body.substr(at, kChunk);
        text += fmt::format("{:x}\r\n{}\r\n", piece.size(), piece);
    }
    return text + "0\r\n\r\n";
}

std::string head_of(const HttpReply& reply) {
    std::string head = fmt::format("HTTP/1.1 {} Scripted\r\nConnection: close\r\n", reply.status);
    for (const auto& [name, value] : reply.headers)
        head += fmt::format("{}: {}\r\n", name, value);
    if (reply.is_chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else
        head += fmt::format("Content-Length: {}\r\n", reply.announced_length.value_or(reply.body.size()));
    return head + "\r\n";
}

}  // namespace

std::string HttpServed::header(std::string_view lower_case_name) const {
    return field_of(headers, lower_case_name);
}

HttpServer::HttpServer(Handler handler) : handler_(std::move(handler)) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (listener_ < 0 || bind(listener_, raw, size) != 0 || listen(listener_, SOMAXCONN) != 0 ||
        getsockname(listener_, raw, &size) != 0)
        throw std::runtime_error("no port on the loopback");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

HttpServer::~HttpServer() {
    is_ending_ = true;
    thread_.join();
    close(listener_);
}

std::string HttpServer::url() const {
    return fmt::format("http://127.0.0.1:{}", port_);
}

std::vector<HttpServed> HttpServer::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void HttpServer::forget_requests() {
    const std::lock_guard lock(mutex_);
    requests_.clear();
}

void HttpServer::serve() {
    while (!is_ending_) {
        if (!is_readable(listener_))
            continue;
        const int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        serve_connection(connection);
        close(connection);
    }
}

void HttpServer::serve_connection(int connection) {
    const std::string text = read_request(connection);
    if (text.empty())
        return;
    const HttpServed request = parse_request(text);
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
    }
    send_reply(connection, request, handler_(request));
}

void HttpServer::send_reply(int connection, const HttpServed& request, HttpReply reply) {
    apply_range(request, reply);
    if (!send_all(connection, head_of(reply)) || request.method == "HEAD")
        return;
    const std::string body = reply.is_chunked ? chunked(reply.body) : reply.body;
    const std::size_t sent = std::min(
        {reply.cut_after.value_or(body.size()), reply.stall_after.value_or(body.size()), body.size()});
    send_all(connection, std::string_view(body).substr(0, sent));
    if (reply.stall_after)
        wait_for_the_other_end(connection);
    // Without this the system may drop what is on its way when the connection is closed.
    shutdown(connection, SHUT_WR);
}

void HttpServer::wait_for_the_other_end(int connection) const {
    while (!is_ending_ && !is_readable(connection)) {
    }
}

}  // namespace tunebench::test
