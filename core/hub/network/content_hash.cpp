#include "core/hub/network/content_hash.h"

#include <fmt/format.h>

#include "core/base/openssl_digest.h"

namespace tunebench {
namespace {

constexpr std::size_t kSha256Digits = 64;

}  // namespace

struct ContentHash::State {
    OpensslDigest digest;
};

ContentHash::ContentHash(std::string_view expected, std::uint64_t size) {
    const bool is_sha256 = expected.size() == kSha256Digits;
    state_ = std::make_unique<State>(State{OpensslDigest(is_sha256 ? EVP_sha256() : EVP_sha1())});
    if (!is_sha256)
        update(fmt::format("blob {}", size) + '\0');
}

ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;
ContentHash::~ContentHash() = default;

void ContentHash::update(std::string_view bytes) {
    state_->digest.update(bytes.data(), bytes.size());
}

std::string ContentHash::hex() const {
    return state_->digest.hex();
}

}  // namespace tunebench
