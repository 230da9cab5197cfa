// Between core's UTF-8 and Qt's texts and paths.
#pragma once

#include <concepts>
#include <filesystem>
#include <string>
#include <string_view>

#include <QString>

namespace tunebench::ui {

inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A template, so that texts, which convert to paths too, do not come here.
template <std::same_as<std::filesystem::path> Path>
QString toQt(const Path& path) {
    return toQt(std::string_view(path.native()));
}

inline std::filesystem::path toPath(const QString& text) {
    return {text.toStdString()};
}

}  // namespace tunebench::ui
