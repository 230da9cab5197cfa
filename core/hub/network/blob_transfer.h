// BlobTransfer: one GET of a file from where its partial blob ends.
#pragma once

#include <functional>
#include <string>

#include "core/hub/network/hub_client.h"
#include "core/hub/network/partial_blob.h"

namespace tunebench {

class BlobTransfer {
public:
    /// `on_bytes` is called after every piece with the bytes that came over the network.
    BlobTransfer(HubClient& client, std::string url, const BlobIdentity& identity, PartialBlob& partial,
                 std::function<void(std::size_t)> on_bytes);

    /// The answer's status and interruption say how it went; a body that ends early is an interruption.
    /// Errors are those that another try cannot change, or one of the two below.
    Result<HubAnswer> run();

    bool found_change() const { return found_change_; }      // the server has another content by now
    bool found_wrong_range() const { return wrong_range_; }  // other bytes than asked for: begun anew

private:
    Result<void> take_head(const HubAnswer& answer);
    Result<void> take_range(const HubAnswer& answer);
    Result<void> take_body(std::string_view bytes);

    HubClient& client_;
    std::string url_;
    const BlobIdentity& identity_;
    PartialBlob& partial_;
    std::function<void(std::size_t)> on_bytes_;
    int status_ = 0;
    std::size_t ignored_ = 0;
    bool found_change_ = false;
    bool wrong_range_ = false;
};

}  // namespace tunebench
