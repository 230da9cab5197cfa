// PathEdit: a file or a folder, typed, chosen in a dialog or among those that were used before, or dropped. A
// run file or a study file that is dropped on it is for whatever is around it.
#pragma once

#include <QWidget>

class QAction;
class QLineEdit;

namespace tunebench::ui {

class RecentPaths;

enum class PathKind { Folder, File, FileOrFolder, SaveFolder };

/// For a dialog that chooses data files.
QString dataFilesFilter();

class PathEdit : public QWidget {
    Q_OBJECT

public:
    explicit PathEdit(PathKind kind, QWidget* parent = nullptr);

    QString path() const;
    void setPath(const QString& path);
    QLineEdit* lineEdit() { return line_; }
    void setFilter(const QString& filter) { filter_ = filter; }
    /// Offered at the end of the line and with the Down key, while there are any. They outlive this.
    void setRecent(RecentPaths& recent);

Q_SIGNALS:
    void pathChanged(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void browseFile();
    void browseFolder();
    void showRecent();

    PathKind kind_;
    QString filter_;
    QLineEdit* line_ = nullptr;
    RecentPaths* recent_ = nullptr;
    QAction* recentAction_ = nullptr;
};

}  // namespace tunebench::ui
