// SHA-256 (FIPS 180-4), by OpenSSL or, in builds without it, by own code.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tunebench {

/// A hash of bytes that arrive in pieces.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    ~Sha256();

    void update(std::span<const std::byte> bytes);
    void update(std::string_view bytes);

    /// 64 lower-case hexadecimal digits of everything so far; more may follow.
    std::string hex() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string sha256_hex(std::string_view bytes);

/// Reads the file in pieces of 1 MiB. NotFound or Io.
Result<std::string> sha256_of_file(const std::filesystem::path& path);

}  // namespace tunebench
