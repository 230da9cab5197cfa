#include "core/hub/network/http_client.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <curl/curl.h>
#include <optional>

#include <fmt/format.h>

#include "core/hub/stopped.h"

namespace tunebench {

namespace {

constexpr std::size_t kMaxHeaderBytes = std::size_t{64} << 10;

struct HandleRelease {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

struct ListRelease {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListRelease>;

HeaderList header_list(const std::vector<std::string>& headers) {
    HeaderList list;
    for (const auto& header : headers) {
        curl_slist* first = curl_slist_append(list.get(), header.c_str());
        if (list == nullptr)
            list.reset(first);
    }
    return list;
}

/// What curl's callbacks fill during one transfer.
struct Transfer {
    const HttpReceiver& receiver;
    const CancelToken& cancel;
    std::chrono::milliseconds stall_timeout;
    std::chrono::steady_clock::time_point last_bytes = std::chrono::steady_clock::now();
    bool has_stalled = false;
    HttpHead head = {};
    std::size_t header_bytes = 0;
    bool head_is_done = false;  // what comes as a header then is a trailer
    std::optional<Error> error = {};

    bool take(Result<void> result) {
        if (!result)
            error = result.error();
        return !error.has_value();
    }
};

std::string_view trimmed_line(std::string_view line) {
    constexpr std::string_view kSpace = " \t\r\n";
    const std::size_t begin = line.find_first_not_of(kSpace);
    if (begin == std::string_view::npos)
        return {};
    return line.substr(begin, line.find_last_not_of(kSpace) - begin + 1);
}

/// "HTTP/1.1 206 Partial Content", "HTTP/2 200"
int status_of(std::string_view line) {
    const std::size_t space = line.find(' ');
    int status = 0;
    for (std::size_t i = space + 1; space != std::string_view::npos && i < line.size() && i < space + 4; ++i)
        status = line[i] >= '0' && line[i] <= '9' ? status * 10 + (line[i] - '0') : 0;
    return status;
}

void add_field(HttpHead& head, std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return;
    std::string name(trimmed_line(line.substr(0, colon)));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    head.fields.emplace_back(std::move(name), trimmed_line(line.substr(colon + 1)));
}

bool take_header_line(Transfer& transfer, std::string_view line) {
    if (transfer.head_is_done)
        return true;
    transfer.header_bytes += line.size();
    if (transfer.header_bytes > kMaxHeaderBytes)
        return transfer.take(Error{.code = ErrorCode::Corrupt,
                                   .message = "The server's answer has more than 64 KiB of headers."});
    if (line.starts_with("HTTP/")) {
        transfer.head = {.status = status_of(line)};
        return true;
    }
    if (!trimmed_line(line).empty()) {
        add_field(transfer.head, line);
        return true;
    }
    if (transfer.head.status < 200)
        return true;  // "100 Continue": the real one follows
    transfer.head_is_done = true;
    return transfer.take(transfer.receiver.on_head(transfer.head));
}

std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    transfer.last_bytes = std::chrono::steady_clock::now();
    return take_header_line(transfer, {bytes, size * count}) ? size * count : 0;
}

std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    const bool goes_on = transfer.take(transfer.receiver.on_body({bytes, size * count}));
    transfer.last_bytes = std::chrono::steady_clock::now();  // after what a slow disk took
    return goes_on ? size * count : 0;
}

/// Called at least once a second. curl's own watch over the speed takes some seconds more than it is told.
int on_tick(void* user, curl_off_t /*down*/, curl_off_t /*downloaded*/, curl_off_t /*up*/,
            curl_off_t /*uploaded*/) {
    auto& transfer = *static_cast<Transfer*>(user);
    transfer.has_stalled = std::chrono::steady_clock::now() - transfer.last_bytes > transfer.stall_timeout;
    return transfer.has_stalled || transfer.cancel.is_cancelled() ? 1 : 0;
}

/// Faults of the way, not of what was asked.
bool is_interruption(CURLcode code) {
    constexpr std::array kInterruptions = {CURLE_COULDNT_RESOLVE_PROXY,
                                           CURLE_COULDNT_RESOLVE_HOST,
                                           CURLE_COULDNT_CONNECT,
                                           CURLE_PARTIAL_FILE,
                                           CURLE_OPERATION_TIMEDOUT,
                                           CURLE_SSL_CONNECT_ERROR,
                                           CURLE_GOT_NOTHING,
                                           CURLE_SEND_ERROR,
                                           CURLE_RECV_ERROR,
                                           CURLE_HTTP2,
                                           CURLE_HTTP2_STREAM,
                                           CURLE_AGAIN};
    return std::find(kInterruptions.begin(), kInterruptions.end(), code) != kInterruptions.end();
}

Error transfer_error(CURLcode code, std::string_view reason, const Url& url) {
    const bool is_certificate = code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE;
    return {.code = code == CURLE_OUT_OF_MEMORY ? ErrorCode::OutOfMemory : ErrorCode::Io,
            .message = fmt::format("Cannot fetch from {}: {}.", url.host, reason),
            .hint = is_certificate ? "The server's certificate is not trusted here: look at the clock, the "
                                     "package ca-certificates, and the proxy."
                                   : ""};
}

}  // namespace

std::string HttpHead::field(std::string_view lower_case_name) const {
    for (const auto& [name, value] : fields)
        if (name == lower_case_name)
            return value;
    return {};
}

struct HttpClient::State {
    std::unique_ptr<CURL, HandleRelease> handle;
    std::array<char, CURL_ERROR_SIZE> reason = {};
    TransferPolicy policy;

    void set_up(const HttpRequest& request, const HeaderList& headers, Transfer& transfer);
    std::string reason_of(CURLcode code) const;
};

void HttpClient::State::set_up(const HttpRequest& request, const HeaderList& headers, Transfer& transfer) {
    CURL* curl = handle.get();
    curl_easy_reset(curl);  // connections stay open
    curl_easy_setopt(curl, CURLOPT_URL, request.url.text.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOBODY, request.head_only ? 1L : 0L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "tunebench/" TUNEBENCH_VERSION);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(policy.connect_timeout.count()));
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, on_tick);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    reason.front() = '\0';
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason.data());
}

std::string HttpClient::State::reason_of(CURLcode code) const {
    return reason.front() != '\0' ? reason.data() : curl_easy_strerror(code);
}

HttpClient::HttpClient(const TransferPolicy& policy) {
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    state_ = std::make_unique<State>();
    state_->policy = policy;
    state_->handle.reset(initialised == CURLE_OK ? curl_easy_init() : nullptr);
}

HttpClient::~HttpClient() = default;

Result<HttpAnswer> HttpClient::send(const HttpRequest& request, const HttpReceiver& receiver,
                                    const CancelToken& cancel) {
    if (!state_->handle)
        return transfer_error(CURLE_OUT_OF_MEMORY, "curl cannot start", request.url);
    if (cancel.is_cancelled())
        return download_stopped();
    Transfer transfer{.receiver = receiver, .cancel = cancel, .stall_timeout = state_->policy.stall_timeout};
    const HeaderList headers = header_list(request.headers);
    state_->set_up(request, headers, transfer);
    const CURLcode code = curl_easy_perform(state_->handle.get());
    if (transfer.error)
        return *transfer.error;
    if (cancel.is_cancelled())
        return download_stopped();
    if (code != CURLE_OK && !is_interruption(code) && !transfer.has_stalled)
        return transfer_error(code, state_->reason_of(code), request.url);
    HttpAnswer answer{.head = std::move(transfer.head)};
    if (transfer.has_stalled)
        answer.interruption = "no byte comes any more";
    else if (code != CURLE_OK)
        answer.interruption = state_->reason_of(code);
    curl_off_t retry_after = 0;
    curl_easy_getinfo(state_->handle.get(), CURLINFO_RETRY_AFTER, &retry_after);
    answer.retry_after = std::chrono::seconds(retry_after);
    return answer;
}

}  // namespace tunebench
