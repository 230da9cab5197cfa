#include "core/base/openssl_digest.h"
#include "core/base/sha256.h"

namespace tunebench {

struct Sha256::State {
    OpensslDigest digest{EVP_sha256()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> bytes) {
    state_->digest.update(bytes.data(), bytes.size());
}

std::string Sha256::hex() const {
    return state_->digest.hex();
}

}  // namespace tunebench
