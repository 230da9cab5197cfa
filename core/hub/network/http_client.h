// HttpClient: one request and its answer, by curl. No redirect is followed and nothing is tried again here:
// that is HubClient's, which knows who may see the token.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/hub/hub.h"
#include "core/hub/network/url.h"
#include "core/jobs/cancel_token.h"

namespace tunebench {

struct HttpRequest {
    Url url = {};
    bool head_only = false;
    std::vector<std::string> headers = {};  // "Name: value"
};

/// Status and header fields of an answer.
struct HttpHead {
    int status = 0;                                                // 0: none has come
    std::vector<std::pair<std::string, std::string>> fields = {};  // names in lower case

    /// The field's value, or empty.
    std::string field(std::string_view lower_case_name) const;
};

/// Where the parts of an answer go. An error ends the transfer and is returned as it is.
struct HttpReceiver {
    std::function<Result<void>(const HttpHead&)> on_head = {};  // before any of the body
    std::function<Result<void>(std::string_view bytes)> on_body = {};
};

struct HttpAnswer {
    HttpHead head = {};
    std::string interruption = {};  // why it is not whole, when another try may help
    std::chrono::seconds retry_after{0};
};

class HttpClient {
public:
    explicit HttpClient(const TransferPolicy& policy);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// Errors: Cancelled, what the receiver said, Corrupt for headers over 64 KiB, Io for what another try
    /// cannot change (a certificate that is not trusted).
    Result<HttpAnswer> send(const HttpRequest& request, const HttpReceiver& receiver,
                            const CancelToken& cancel);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace tunebench
