// errno in words. Part of the files that make system calls.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "core/base/file_calls.h"
#include "core/base/result.h"

namespace tunebench {

/// "Cannot <action> <path>: <reason>." with what to do about it; action is "read", "write", "rename", ...
Error file_error(int error_number, std::string_view action, const std::filesystem::path& path);

/// The error for ENOSPC and EDQUOT: what the file needs and what the disk has.
Error out_of_space(const std::filesystem::path& path, std::uint64_t needed_bytes, const FileCalls& calls);

bool is_out_of_space(int error_number);

/// The folder that holds the file; "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& path);

}  // namespace tunebench
