// PathEdit: a file or a folder, typed, chosen in a dialog, or dropped.
#pragma once

#include <QWidget>

class QLineEdit;

namespace tunebench::ui {

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

Q_SIGNALS:
    void pathChanged(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void browseFile();
    void browseFolder();

    PathKind kind_;
    QString filter_;
    QLineEdit* line_ = nullptr;
};

}  // namespace tunebench::ui
