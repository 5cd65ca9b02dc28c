//! The compose file parses and names only paths that exist. (No container engine is needed.)

use std::path::Path;

use yaml_rust2::{Yaml, YamlLoader};

#[test]
fn the_compose_file_parses_and_its_paths_exist() {
    let text = include_str!("../../docker-compose.yml");
    let file = YamlLoader::load_from_str(text).unwrap().remove(0);
    let services = file["services"].as_hash().expect("services");
    let mut built = 0;
    for (name, service) in services {
        let name = name.as_str().unwrap();
        if let Some(build) = service["build"].as_hash() {
            let context = build.get(&Yaml::from_str("context")).and_then(Yaml::as_str).unwrap_or(".");
            let dockerfile = build.get(&Yaml::from_str("dockerfile")).and_then(Yaml::as_str).unwrap_or("Dockerfile");
            let path = Path::new(context).join(dockerfile);
            assert!(path.exists(), "{name}: {} is missing", path.display());
            check_dockerfile(&path, Path::new(context));
            built += 1;
        } else {
            assert!(service["image"].as_str().is_some(), "{name} has neither build nor image");
        }
        for depends in service["depends_on"].as_hash().into_iter().flatten() {
            assert!(services.contains_key(depends.0), "{name} depends on {:?}", depends.0);
        }
    }
    assert!(built >= 2, "API and SPA are built here");
}

/// What a Dockerfile copies from the context must be there.
fn check_dockerfile(dockerfile: &Path, context: &Path) {
    let text = std::fs::read_to_string(dockerfile).unwrap();
    for line in text.lines().filter(|l| l.starts_with("COPY ") && !l.contains("--from")) {
        let words: Vec<&str> = line.split_whitespace().skip(1).filter(|w| !w.starts_with("--")).collect();
        for source in &words[..words.len() - 1] {
            assert!(context.join(source).exists(), "{}: {source} is missing", dockerfile.display());
        }
    }
}
