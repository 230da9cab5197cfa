#include "core/hub/network/content_hash.h"

#include <array>
#include <openssl/evp.h>

#include <fmt/format.h>

namespace tunebench {

namespace {

constexpr std::size_t kSha256Digits = 64;

struct DigestRelease {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using DigestContext = std::unique_ptr<EVP_MD_CTX, DigestRelease>;

}  // namespace

struct ContentHash::State {
    DigestContext context = DigestContext(EVP_MD_CTX_new());
    bool is_valid = false;
};

ContentHash::ContentHash(std::string_view expected, std::uint64_t size) : state_(std::make_unique<State>()) {
    const bool is_sha256 = expected.size() == kSha256Digits;
    const EVP_MD* digest = is_sha256 ? EVP_sha256() : EVP_sha1();
    state_->is_valid = state_->context && EVP_DigestInit_ex(state_->context.get(), digest, nullptr) == 1;
    if (!is_sha256)
        update(fmt::format("blob {}", size) + '\0');
}

ContentHash::ContentHash(ContentHash&&) noexcept = default;
ContentHash& ContentHash::operator=(ContentHash&&) noexcept = default;
ContentHash::~ContentHash() = default;

void ContentHash::update(std::string_view bytes) {
    state_->is_valid =
        state_->is_valid && EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1;
}

std::string ContentHash::hex() const {
    const DigestContext copy(EVP_MD_CTX_new());
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned int length = 0;
    if (!state_->is_valid || !copy || EVP_MD_CTX_copy_ex(copy.get(), state_->context.get()) != 1 ||
        EVP_DigestFinal_ex(copy.get(), digest.data(), &length) != 1)
        return {};  // equals no hash, so that a comparison fails
    std::string text;
    for (unsigned int i = 0; i < length; ++i)
        text += fmt::format("{:02x}", digest[i]);
    return text;
}

}  // namespace tunebench
