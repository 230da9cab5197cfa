// A digest of OpenSSL's, for the files that are built with it.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <openssl/evp.h>
#include <string>

#include <fmt/format.h>

namespace tunebench {

class OpensslDigest {
public:
    explicit OpensslDigest(const EVP_MD* kind)
        : context_(EVP_MD_CTX_new()),
          is_valid_(context_ && EVP_DigestInit_ex(context_.get(), kind, nullptr) == 1) {}

    void update(const void* bytes, std::size_t count) {
        is_valid_ = is_valid_ && EVP_DigestUpdate(context_.get(), bytes, count) == 1;
    }

    /// Of what has come so far; more may follow. Empty after a failure: it equals no hash, so that a
    /// comparison fails.
    std::string hex() const {
        const Context copy(EVP_MD_CTX_new());
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
        unsigned int length = 0;
        if (!is_valid_ || !copy || EVP_MD_CTX_copy_ex(copy.get(), context_.get()) != 1 ||
            EVP_DigestFinal_ex(copy.get(), digest.data(), &length) != 1)
            return {};
        std::string text;
        for (unsigned int i = 0; i < length; ++i)
            text += fmt::format("{:02x}", digest[i]);
        return text;
    }

private:
    struct Release {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    using Context = std::unique_ptr<EVP_MD_CTX, Release>;

    Context context_;
    bool is_valid_;
};

}  // namespace tunebench
