// HubClient: requests to the hub. Follows redirects by hand, because the token may go to the endpoint's own
// origin only: never to the servers that it redirects to for large files, and not back again from there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/hub/network/http_client.h"

namespace tunebench {

struct HubRequest {
    std::string url = {};
    bool head_only = false;
    std::vector<std::string> headers = {};      // for every server on the way
    std::vector<std::string> own_headers = {};  // for the endpoint only, as the token is
};

/// The last answer of a chain of redirects, with what the chain said about the file.
struct HubAnswer {
    HttpHead head = {};
    std::string etag = {};                   // X-Linked-Etag, else the last ETag; without quotes
    std::optional<std::uint64_t> size = {};  // X-Linked-Size, else the length of the last answer; bytes
    std::string host = {};                   // that gave the last answer
    std::string interruption = {};           // see HttpAnswer
    std::chrono::seconds retry_after{0};
};

/// Gets the last answer only, not those of redirects.
struct HubReceiver {
    std::function<Result<void>(const HubAnswer&)> on_head = {};
    std::function<Result<void>(std::string_view bytes)> on_body = {};
};

class HubClient {
public:
    static Result<HubClient> open(const HubAccess& access, const CancelToken& cancel);

    /// The chain of one request, without another try. Errors as HttpClient::send; Corrupt for redirects that
    /// are refused or more than ten.
    Result<HubAnswer> send(const HubRequest& request, const HubReceiver& receiver);

    struct Text {
        std::string body = {};
        std::string next = {};  // the next page's address, from the Link header; empty on the last
    };
    /// A GET with a few tries. Errors: those of status_error, Corrupt for a body over `max_bytes`.
    Result<Text> get_text(const std::string& url, std::size_t max_bytes, const Repository& repository);

    /// Whether there is a token, and an endpoint that may have it: over plain http everyone on the way could
    /// read it.
    bool sends_token() const;

    const HubAccess& access() const { return access_; }
    const CancelToken& cancel() const { return cancel_; }

private:
    HubClient(HubAccess access, CancelToken cancel, Url endpoint);
    HttpRequest prepared(const HubRequest& request, const Url& url, bool is_own) const;

    HubAccess access_;
    CancelToken cancel_;
    Url endpoint_;
    std::unique_ptr<HttpClient> http_;
};

}  // namespace tunebench
