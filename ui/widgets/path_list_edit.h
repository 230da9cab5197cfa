// PathListEdit: one or several files, a row each.
#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace tunebench::ui {

class PathEdit;
class RecentPaths;

class PathListEdit : public QWidget {
    Q_OBJECT

public:
    explicit PathListEdit(QWidget* parent = nullptr);

    QStringList paths() const;  // without empty rows
    void setPaths(const QStringList& paths);
    /// Offered in every row; they outlive this.
    void setRecent(RecentPaths& recent);

Q_SIGNALS:
    void pathsChanged();

private:
    PathEdit* addRow(const QString& path);
    void removeRow(QWidget* row);
    void updateFocusProxy();

    QVBoxLayout* rows_ = nullptr;
    RecentPaths* recent_ = nullptr;
};

}  // namespace tunebench::ui
